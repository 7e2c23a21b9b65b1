package org.warmhandoff.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service remembers of a key between two requests.
 *
 * @param digest of the whole key
 * @param postsPerSecond its own limit, null where its police service's is enough
 * @param signingSecret sealed; null where its requests need not be signed
 * @param lastUsedAt business instant, to the minute
 */
public record KnownKey(
    String id,
    UUID line,
    String policeService,
    String jurisdiction,
    byte[] digest,
    KeyState state,
    @Nullable Integer postsPerSecond,
    byte @Nullable [] signingSecret,
    @Nullable Instant lastUsedAt) {

  public boolean demandsSigning() {
    return signingSecret != null;
  }

  @Override
  public String toString() {
    return "KnownKey[" + id + "]";
  }
}
