package org.warmhandoff.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Whether two incidents look like one event: both open, of one police service, received within a
 * short time of each other, and naming a person of the same number in the records system. Only a
 * human says whether they are one.
 *
 * @param open whether it is still open
 */
public record Lookalike(UUID incident, boolean open, Instant receivedAt) {

  private static final Comparator<Lookalike> FIRST =
      Comparator.comparing(Lookalike::receivedAt).thenComparing(Lookalike::incident);

  /** Two incidents, the one that was known first second. */
  public record Pair(UUID incident, UUID other) {}

  /**
   * The pairs this incident makes.
   *
   * @param others incidents of the same police service and mode that name such a person, too
   */
  public List<Pair> pairs(Collection<Lookalike> others, Duration within) {
    if (!open) {
      return List.of();
    }
    return others.stream()
        .filter(other -> other.open && !other.incident.equals(incident))
        .filter(
            other -> Duration.between(receivedAt, other.receivedAt).abs().compareTo(within) <= 0)
        .distinct()
        .sorted(FIRST)
        .map(
            other ->
                FIRST.compare(this, other) < 0
                    ? new Pair(other.incident, incident)
                    : new Pair(incident, other.incident))
        .toList();
  }
}
