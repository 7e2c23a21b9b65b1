package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many calls everyone has in hand: whoever has fewer is asked first. With thousands of open
 * calls counting them is most of a decision, so that they are counted once a second, and what this
 * process does in between is added once it is committed. Another process's may be a second old,
 * which ranks two people the other way round and nothing more: whether somebody is free at all is
 * read for each decision.
 */
@ApplicationScoped
public class InHand {

  private final EntityManager database;
  private final AfterCommit afterCommit;
  private volatile Map<UUID, Integer> counted = new ConcurrentHashMap<>();

  InHand(EntityManager database, AfterCommit afterCommit) {
    this.database = database;
    this.afterCommit = afterCommit;
  }

  /** Counts them all. */
  @SuppressWarnings("unchecked")
  public void count() {
    List<Object[]> rows =
        database
            // Who has how much to do, of everyone at once.
            .createNativeQuery("select staff, count(*) from hold group by staff")
            .getResultList();
    Map<UUID, Integer> anew = new HashMap<>();
    rows.forEach(row -> anew.put((UUID) row[0], ((Number) row[1]).intValue()));
    counted = new ConcurrentHashMap<>(anew);
  }

  int of(UUID staff) {
    return counted.getOrDefault(staff, 0);
  }

  void took(UUID staff) {
    afterCommit.run(() -> counted.merge(staff, 1, Integer::sum));
  }

  void gave(Collection<UUID> staff) {
    if (!staff.isEmpty()) {
      afterCommit.run(
          () ->
              staff.forEach(
                  one ->
                      counted.computeIfPresent(
                          one, (same, calls) -> calls > 1 ? calls - 1 : null)));
    }
  }
}
