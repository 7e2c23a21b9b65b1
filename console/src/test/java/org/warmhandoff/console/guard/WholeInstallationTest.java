package org.warmhandoff.console.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Role;

class WholeInstallationTest {

  private record Token(Map<String, String> claims) implements JsonWebToken {

    @Override
    public String getName() {
      return "somebody";
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    public <T> T getClaim(String name) {
      return (T) claims.get(name);
    }
  }

  private static Set<String> rolesOf(Map<String, String> claims) {
    SecurityIdentity identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new Token(claims))
            .addRoles(Set.of(Role.ADMINISTRATOR, Role.DISPATCHER))
            .addAttribute("kept", "yes")
            .build();
    SecurityIdentity judged = WholeInstallation.judged(identity);
    assertEquals("somebody", judged.getPrincipal().getName());
    assertEquals("yes", judged.getAttribute("kept"));
    return judged.getRoles();
  }

  @Test
  void whoBelongsToNoPartIsTheInstallations() {
    assertEquals(
        Set.of(Role.ADMINISTRATOR, Role.DISPATCHER), rolesOf(Map.of("organisation", "windsor")));
  }

  @Test
  void whoIsBoundIsNot() {
    Set<String> other = Set.of(Role.DISPATCHER);
    assertEquals(other, rolesOf(Map.of("police_service", "windsor")));
    assertEquals(other, rolesOf(Map.of("police_service", "")));
    assertEquals(other, rolesOf(Map.of("police_service", " ")));
    assertEquals(other, rolesOf(Map.of("agency", "fswe")));
    assertEquals(other, rolesOf(Map.of("agency", "")));
  }
}
