package org.warmhandoff.incident;

import java.time.Instant;
import java.util.List;
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
  boolean asksTheSameAs(Wish other) {
    return help == other.help
        && java.util.Objects.equals(victim, other.victim)
        && java.util.Objects.equals(language, other.language);
  }

  /**
   * Whether the search it began is over, with or without a worker. Where nothing is known of a
   * search since, it has only just been told: a second tap must not page twice.
   */
  boolean isSpent(List<HelpEntry> known) {
    List<HelpEntry> now = known.stream().filter(HelpEntry::isForTheScene).toList();
    return now.stream().noneMatch(HelpEntry::isUnderWay)
        && now.stream().anyMatch(entry -> !entry.changedAt().isBefore(at));
  }
}
