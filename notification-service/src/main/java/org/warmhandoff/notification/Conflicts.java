package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent.Audience;

/**
 * Who must be kept out of an incident, by what is known at this moment: whatever somebody was shown
 * or told before, it is asked again each time they look or answer.
 */
@ApplicationScoped
public class Conflicts {

  private final Workers workers;
  private final Holds holds;
  private final InstantSource clock;

  Conflicts(Workers workers, Holds holds, InstantSource clock) {
    this.workers = workers;
    this.holds = holds;
    this.clock = clock;
  }

  /** Whether they are a party, or of a party's unit. */
  public boolean excluded(IncidentView incident, UUID staff) {
    if (incident.facts().excludedStaff().isEmpty()) {
      return false;
    }
    Map<UUID, Worker> among = among(workers.seen(ids(incident, staff)));
    Worker own = among.get(staff);
    return incident.facts().excludedStaff().stream()
        .anyMatch(
            party -> {
              Worker named = among.get(party);
              return party.equals(staff)
                  || (own != null && named != null && own.sharesUnitWith(named));
            });
  }

  /** The same, or on the other side of one of its parties. */
  public boolean conflicted(IncidentView incident, Audience audience, UUID staff) {
    Map<UUID, Worker> seen = among(workers.seen(ids(incident, staff)));
    Candidates candidates =
        new Candidates(
            incident,
            new Roster(seen, Map.of()),
            holds.load(incident, seen.keySet()),
            clock.instant());
    return incident.facts().excludedStaff().contains(staff)
        || candidates.conflicts().getOrDefault(audience, Set.of()).contains(staff);
  }

  private static Set<UUID> ids(IncidentView incident, UUID staff) {
    Set<UUID> ids = new HashSet<>(incident.facts().excludedStaff());
    ids.add(staff);
    return ids;
  }

  private static Map<UUID, Worker> among(List<Worker> seen) {
    Map<UUID, Worker> among = new HashMap<>();
    seen.forEach(one -> among.put(one.id(), one));
    return among;
  }
}
