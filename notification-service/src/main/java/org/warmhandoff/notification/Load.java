package org.warmhandoff.notification;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Audience;

/**
 * What everyone is doing now, and on whose side they are or were with this incident's parties.
 *
 * @param sides for each worker, the audiences they helped among the people of this incident
 * @param taken workers somebody else took, or who became inactive, while this was decided
 */
public record Load(Map<UUID, OfWorker> workers, Map<UUID, Set<Audience>> sides, Set<UUID> taken) {

  private static final OfWorker FREE = new OfWorker(0, false, false, null);

  public Load {
    workers = Map.copyOf(workers);
    sides = Map.copyOf(sides);
    taken = Set.copyOf(taken);
  }

  public Load(Map<UUID, OfWorker> workers, Map<UUID, Set<Audience>> sides) {
    this(workers, sides, Set.of());
  }

  /**
   * One worker's load.
   *
   * @param active assignments in hand or offered
   * @param onScene bound to one place
   * @param paged a live-help page waits for an answer
   * @param idleSince when they were last called on; null: never
   */
  public record OfWorker(int active, boolean onScene, boolean paged, @Nullable Instant idleSince) {}

  public OfWorker of(UUID staff) {
    return workers.getOrDefault(staff, FREE);
  }

  public Set<Audience> sidesOf(UUID staff) {
    return sides.getOrDefault(staff, Set.of());
  }

  /** The same, with these workers gone a moment ago. */
  public Load without(List<UUID> gone) {
    Set<UUID> all = new HashSet<>(taken);
    all.addAll(gone);
    return new Load(workers, sides, all);
  }
}
