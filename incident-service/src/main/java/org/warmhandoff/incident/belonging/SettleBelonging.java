package org.warmhandoff.incident.belonging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.incident.Belonging;
import org.warmhandoff.incident.Belonging.Row;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.Unsettled;

/**
 * Merges, separates, splits and links what its sources say belongs together. In a transaction of
 * its own, with all of them locked: the report that made it so locks no other incident.
 */
@ApplicationScoped
class SettleBelonging {

  private final Belonging belonging;
  private final Unsettled unsettled;
  private final Incidents incidents;
  private final MergeDesk merges;
  private final LinkDesk links;

  SettleBelonging(
      Belonging belonging,
      Unsettled unsettled,
      Incidents incidents,
      MergeDesk merges,
      LinkDesk links) {
    this.belonging = belonging;
    this.unsettled = unsettled;
    this.incidents = incidents;
    this.merges = merges;
    this.links = links;
  }

  /** Settles what belongs to this one, by all that is said once they are locked. */
  @Transactional
  public void settle(Unsettled.Note note) {
    // First this, then the look at what is said: a reason that comes in between stays.
    unsettled.settled(note.incident());
    Set<UUID> cluster = belonging.cluster(note.incident());
    Set<UUID> all = new HashSet<>(cluster);
    for (Row row : belonging.among(Set.of(note.incident()))) {
      all.add(row.incident());
      UUID other = row.other();
      if (other != null) {
        all.add(other);
      }
    }
    Map<UUID, Incident> locked = new LinkedHashMap<>();
    incidents.locked(all).forEach(incident -> locked.put(incident.id(), incident));
    // Read once they are locked: nobody else settles them meanwhile.
    List<Row> said = belonging.among(locked.keySet());
    merges.settle(note, locked, cluster, said);
    links.settle(note, locked, said);
  }
}
