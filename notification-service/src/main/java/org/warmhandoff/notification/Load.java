package org.warmhandoff.notification;

import java.time.Instant;
import java.util.HashMap;
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
 */
public record Load(Map<UUID, OfWorker> workers, Map<UUID, Set<Audience>> sides) {

  private static final OfWorker FREE = new OfWorker(0, false, false, null);

  public Load {
    workers = Map.copyOf(workers);
    sides = Map.copyOf(sides);
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

  /** The same, with these workers taken by somebody else a moment ago. */
  public Load without(List<UUID> taken) {
    Map<UUID, OfWorker> changed = new HashMap<>(workers);
    for (UUID staff : taken) {
      OfWorker load = of(staff);
      changed.put(staff, new OfWorker(load.active() + 1, load.onScene(), true, load.idleSince()));
    }
    return new Load(changed, sides);
  }
}
