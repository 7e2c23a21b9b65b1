package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.eventing.OneColumn;

/** Gathers what is merged or linked with an incident, before anything moves between them. */
@ApplicationScoped
public class Families {

  private final RoutedIncidents incidents;

  Families(RoutedIncidents incidents) {
    this.incidents = incidents;
  }

  /**
   * Locks them in the order of their ids, so that two who need the same ones never wait for each
   * other. What joined while a lock was waited for is locked as well.
   */
  public Family locked(UUID... asked) {
    Map<UUID, RoutedIncident> rows = new HashMap<>();
    while (true) {
      Set<UUID> missing = gathered(List.of(asked));
      missing.removeAll(rows.keySet());
      if (missing.isEmpty()) {
        return new Family(rows.values());
      }
      missing.stream()
          .sorted()
          .forEach(id -> incidents.locked(id).ifPresent(row -> rows.put(id, row)));
    }
  }

  /** Read as ids: a row must not be loaded before it is locked. */
  private Set<UUID> gathered(Collection<UUID> asked) {
    Set<UUID> merged = new HashSet<>(merged(asked));
    List<UUID> beside = new ArrayList<>(merged);
    beside.addAll(linked(merged));
    return new HashSet<>(merged(beside));
  }

  @SuppressWarnings("unchecked")
  private List<UUID> merged(Collection<UUID> ids) {
    return incidents
        .getEntityManager()
        // Whoever is merged with one of them, up and down the chain.
        .createNativeQuery(
            "with recursive kin (id) as (select unnest(cast(:ids as uuid[])) union"
                + " select v.id from kin k join routing r"
                + " on r.incident = k.id or r.merged_into = k.id"
                + " cross join lateral (values (r.incident), (r.merged_into)) as v (id)"
                + " where v.id is not null)"
                + " select r.incident from routing r join kin k on k.id = r.incident")
        .setParameter("ids", Ids.array(ids))
        .getResultList();
  }

  private List<UUID> linked(Collection<UUID> ids) {
    // Their sides hold across a link, which must not change while something moves.
    return OneColumn.of(
            incidents.getEntityManager(),
            "select distinct cast(l.id as uuid) from routing r"
                + " cross join lateral jsonb_array_elements_text(r.kin -> 'linked') as l (id)"
                + " where r.incident = any (cast(:ids as uuid[]))",
            "id",
            UUID.class)
        .setParameter("ids", Ids.array(ids))
        .getResultList();
  }
}
