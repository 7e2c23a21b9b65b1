package org.warmhandoff.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent.Help;

/**
 * A worker is wanted.
 *
 * @param victim whom the officer stands beside, if known
 * @param language BCP 47 tag of the language she wants, if known
 */
public record Wish(
    UUID by, Instant at, Help help, @Nullable UUID victim, @Nullable String language) {

  /** Whether a repeated tap asks for nothing new. */
  boolean asksTheSameAs(@Nullable Wish other) {
    return other != null
        && help == other.help
        && java.util.Objects.equals(victim, other.victim)
        && java.util.Objects.equals(language, other.language);
  }
}
