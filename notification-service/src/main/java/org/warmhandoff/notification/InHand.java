package org.warmhandoff.notification;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many calls everyone has in hand, and when they were last called on: whoever has fewer is
 * asked first, and of those whoever was not for the longest time. With thousands of open calls
 * counting them is most of a decision, so that they are counted once a second, and what this
 * process does in between is added once it is committed. Another process's may be a second old,
 * which ranks two people the other way round and nothing more: whether somebody is free at all is
 * read for each decision. A singleton, for it is asked about everyone on duty at every decision,
 * and a proxy would cost more than the answer.
 */
@Singleton
public class InHand {

  private final EntityManager database;
  private final AfterCommit afterCommit;
  private final Set<UUID> claiming = ConcurrentHashMap.newKeySet();
  private volatile Map<UUID, Integer> counted = new ConcurrentHashMap<>();
  private volatile Map<UUID, Instant> since = new ConcurrentHashMap<>();

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
    since = new ConcurrentHashMap<>(lastCalled());
  }

  @SuppressWarnings("unchecked")
  private Map<UUID, Instant> lastCalled() {
    List<Object[]> rows =
        // Who was called on last goes to the end of the queue.
        database.createNativeQuery("select staff, since from idle").getResultList();
    Map<UUID, Instant> all = new HashMap<>();
    rows.forEach(row -> all.put((UUID) row[0], (Instant) row[1]));
    return all;
  }

  /** When they were last called on; null: never. */
  @Nullable Instant idleSince(UUID staff) {
    return since.get(staff);
  }

  int of(UUID staff) {
    return counted.getOrDefault(staff, 0);
  }

  /** Whoever another decision of this process is about at this moment. */
  Set<UUID> inOtherHands() {
    return claiming;
  }

  /** This decision is about them until its transaction is over. */
  void claiming(Collection<UUID> staff) {
    List<UUID> mine = List.copyOf(staff);
    claiming.addAll(mine);
    afterCommit.whenOver(() -> mine.forEach(claiming::remove));
  }

  void took(UUID staff, Instant now) {
    afterCommit.run(
        () -> {
          counted.merge(staff, 1, Integer::sum);
          since.put(staff, now);
        });
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
