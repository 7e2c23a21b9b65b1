package org.warmhandoff.console.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;

/**
 * Whose tokens were found right a moment ago, so that a system that posts all day has its signature
 * checked once a minute and not with every post. Only what was verified in full is remembered, by
 * the token's digest, never longer than the token itself is good for.
 */
final class TokenMemory {

  /** How long a key the identity provider withdrew may go on vouching for a token seen before. */
  static final Duration LONGEST = Duration.ofMinutes(1);

  /** Tokens at most; then the oldest is forgotten. Each may take ten kilobytes. */
  static final int MOST = 512;

  private final LongSupplier millis;
  private final Map<String, Remembered> remembered = new LinkedHashMap<>();

  /**
   * @param millis the wall clock, in milliseconds since 1970: tokens live by no business time
   */
  TokenMemory(LongSupplier millis) {
    this.millis = millis;
  }

  private record Remembered(SecurityIdentity identity, long until) {}

  /** How many are remembered. */
  int size() {
    synchronized (remembered) {
      return remembered.size();
    }
  }

  /** Whose token this is, where that was verified a moment ago. */
  Optional<SecurityIdentity> find(String token) {
    String digest = digest(token);
    synchronized (remembered) {
      Remembered known = remembered.get(digest);
      if (known == null) {
        return Optional.empty();
      }
      if (millis.getAsLong() >= known.until()) {
        remembered.remove(digest);
        return Optional.empty();
      }
      return Optional.of(known.identity());
    }
  }

  /** Remembers a token that was verified; one that does not say when it ends is not. */
  void keep(String token, SecurityIdentity identity) {
    if (identity.isAnonymous()
        || !(identity.getPrincipal() instanceof JsonWebToken principal)
        || principal.getExpirationTime() <= 0) {
      return;
    }
    long now = millis.getAsLong();
    long until =
        Math.min(
            now + LONGEST.toMillis(), Duration.ofSeconds(principal.getExpirationTime()).toMillis());
    if (until <= now) {
      return;
    }
    String digest = digest(token);
    SecurityIdentity kept = withoutItsRequest(identity, principal);
    synchronized (remembered) {
      // Who asks for a new token with every post never asks for the old ones again.
      remembered.values().removeIf(one -> one.until() <= now);
      @Nullable Remembered before = remembered.putIfAbsent(digest, new Remembered(kept, until));
      if (before == null && remembered.size() > MOST) {
        remembered.remove(remembered.keySet().iterator().next());
      }
    }
  }

  /**
   * What belongs to the one request it was verified in is no part of who it is. What every door
   * asks for is looked up once: the token finds a claim of no standard by way of an exception.
   */
  private static SecurityIdentity withoutItsRequest(SecurityIdentity identity, JsonWebToken token) {
    Map<String, Object> attributes = new HashMap<>(identity.getAttributes());
    attributes.values().removeIf(RoutingContext.class::isInstance);
    for (String claim : List.of(Caller.STAFF, Caller.POLICE_SERVICE, Caller.AGENCY)) {
      Object value = token.getClaim(claim);
      if (value != null) {
        attributes.put(claim, value);
      }
    }
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addRoles(identity.getRoles())
        .addCredentials(identity.getCredentials())
        .addAttributes(attributes)
        .build();
  }

  private static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
