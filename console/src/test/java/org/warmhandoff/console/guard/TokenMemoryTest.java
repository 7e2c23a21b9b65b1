package org.warmhandoff.console.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenMemoryTest {

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final TokenMemory memory = new TokenMemory(now::get);

  private record Token(long expires) implements JsonWebToken {

    @Override
    public String getName() {
      return "somebody";
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of("exp");
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getClaim(String claim) {
      return (T) Map.of("exp", expires, "police_service", "windsor").get(claim);
    }
  }

  private static SecurityIdentity expiring(long seconds) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new Token(seconds))
        .addRole("cad")
        .build();
  }

  @Test
  void aTokenIsRememberedForAMinuteAtMost() {
    memory.keep("long", expiring(1_000_000));
    assertEquals(Set.of("cad"), memory.find("long").orElseThrow().getRoles());
    now.addAndGet(TokenMemory.LONGEST.toMillis() - 1);
    assertTrue(memory.find("long").isPresent());
    now.incrementAndGet();
    assertTrue(memory.find("long").isEmpty());
  }

  @Test
  void whatEveryDoorAsksForIsRememberedWithIt() {
    memory.keep("long", expiring(1_000_000));
    SecurityIdentity known = memory.find("long").orElseThrow();
    assertEquals("windsor", known.getAttribute("police_service"));
    assertNull(known.getAttribute("staff_id"));
    assertNull(known.getAttribute("agency"));
  }

  @Test
  void aTokenIsForgottenWhereItEnds() {
    memory.keep("short", expiring(1_003));
    now.set(1_002_999);
    assertTrue(memory.find("short").isPresent());
    now.set(1_003_000);
    assertTrue(memory.find("short").isEmpty());
    memory.keep("over", expiring(1_003));
    assertTrue(memory.find("over").isEmpty());
  }

  @Test
  void whatIsNoTokenWithAnEndIsNotRemembered() {
    memory.keep("endless", expiring(0));
    memory.keep(
        "other",
        QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("other")).build());
    assertTrue(memory.find("endless").isEmpty());
    assertTrue(memory.find("other").isEmpty());
    assertTrue(memory.find("never seen").isEmpty());
  }

  @Test
  void whatHasEndedIsForgottenWithTheNextThatIsKept() {
    for (int i = 0; i < 100; i++) {
      memory.keep("once " + i, expiring(1_003));
    }
    memory.keep("long", expiring(1_000_000));
    assertEquals(101, memory.size());
    now.set(1_003_000);
    memory.keep("next", expiring(1_000_000));
    assertEquals(2, memory.size());
  }

  @Test
  void ofTooManyTheOldestIsForgotten() {
    for (int i = 0; i <= TokenMemory.MOST; i++) {
      memory.keep("token " + i, expiring(1_000_000));
    }
    assertTrue(memory.find("token 0").isEmpty());
    assertTrue(memory.find("token 1").isPresent());
    assertTrue(memory.find("token " + TokenMemory.MOST).isPresent());
  }
}
