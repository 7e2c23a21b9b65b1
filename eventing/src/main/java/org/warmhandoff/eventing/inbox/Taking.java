package org.warmhandoff.eventing.inbox;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Order;
import org.warmhandoff.eventing.inbox.InboxMeters.What;
import org.warmhandoff.eventing.seal.Seal;

/** One transaction of the inbox: what is done to a batch, or to a fact that was released. */
final class Taking {

  private final Handler handler;
  private final String consumer;
  private final @Nullable EntityManager entities;
  private final Claims claims;
  private final Parked parked;
  private final Quarantine quarantine;
  private final Shelf shelf;
  private final String seen;
  private final Map<What, Integer> counts = new EnumMap<>(What.class);
  private final Map<Aggregate, Long> advanced = new HashMap<>();
  private Map<Aggregate, Long> versions = Map.of();
  private Set<Aggregate> gaps = Set.of();
  private boolean waiters;

  Taking(
      Handler handler,
      Turn turn,
      Connection connection,
      @Nullable EntityManager entities,
      Seal seal)
      throws SQLException {
    this.handler = handler;
    this.consumer = handler.consumer();
    this.entities = entities;
    this.claims = new Claims(connection);
    this.parked = new Parked(connection);
    this.quarantine = new Quarantine(connection, seal);
    this.shelf = new Shelf(connection, seal);
    this.seen = turn.await(connection, consumer);
  }

  Order order() {
    return handler.order();
  }

  /** The quarantine in this transaction. */
  Shelf shelf() {
    return shelf;
  }

  /** How often what happened; to be counted after the commit. */
  Map<What, Integer> counts() {
    return counts;
  }

  /** Whether a fact was parked that waits for another aggregate. */
  boolean leavesWaiters() {
    return waiters;
  }

  void batch(List<Arrival> arrivals) throws SQLException {
    List<Arrival.Readable> fresh = claim(setAsideSpoiled(arrivals));
    Set<Aggregate> aggregates = new LinkedHashSet<>();
    fresh.forEach(fact -> aggregates.add(aggregate(fact)));
    open(aggregates);
    for (Arrival.Readable fact : fresh) {
      offer(fact);
      releaseSuccessors(aggregate(fact));
    }
    close();
  }

  /** Hands over a fact that waited; empty where another replica took it up. */
  void release(Parked.Waiting waiting) throws SQLException {
    Optional<Parked.Entry> entry = parked.takeUp(waiting);
    if (entry.isPresent()) {
      Arrival.Readable fact = reopened(entry.get());
      open(Set.of(aggregate(fact)));
      offerParked(entry.get().number(), fact);
      releaseSuccessors(aggregate(fact));
      close();
      count(What.RELEASED, 1);
    }
  }

  /**
   * Hands over a record of the quarantine as if it came now; the turn must be its alone.
   *
   * @param claimed whether the inbox has held it as taken since it was parked
   */
  void again(Arrival.Readable fact, boolean claimed) throws SQLException {
    if (!claimed && claims.claim(consumer, List.of(fact)).isEmpty()) {
      count(What.REPEATED, 1);
      return;
    }
    open(Set.of(aggregate(fact)));
    offer(fact);
    releaseSuccessors(aggregate(fact));
    close();
  }

  private List<Arrival.Readable> setAsideSpoiled(List<Arrival> arrivals) throws SQLException {
    Map<Quarantine.Key, Quarantine.Stop> stopped = quarantine.stoppedKeys(consumer, arrivals);
    List<Arrival.Readable> sound = new ArrayList<>(arrivals.size());
    for (Arrival arrival : arrivals) {
      Letter letter = arrival.letter();
      Quarantine.Key key =
          letter.key() == null ? null : new Quarantine.Key(letter.topic(), letter.key());
      Quarantine.Stop stop = key == null ? null : stopped.get(key);
      Long before = stop != null && stop.stops(arrival) ? stop.number() : null;
      switch (arrival) {
        case Arrival.Spoiled spoiled when isTaken(spoiled) -> count(What.REPEATED, 1);
        case Arrival.Spoiled spoiled -> {
          long number = quarantine.setAside(consumer, spoiled, spoiled.reason(), before, false);
          count(before == null ? What.QUARANTINED : What.BEHIND, 1);
          if (key != null && number != 0) {
            stopped.putIfAbsent(key, Quarantine.Stop.at(number, spoiled));
          }
        }
        case Arrival.Readable readable when before != null -> {
          quarantine.setAside(consumer, readable, "behind", before, false);
          count(What.BEHIND, 1);
        }
        case Arrival.Readable readable -> sound.add(readable);
      }
    }
    return sound;
  }

  private boolean isTaken(Arrival.Spoiled spoiled) throws SQLException {
    Head head = spoiled.head();
    return head != null && claims.isTaken(consumer, head);
  }

  private List<Arrival.Readable> claim(List<Arrival.Readable> sound) throws SQLException {
    if (sound.isEmpty()) {
      return List.of();
    }
    Set<Claims.Identity> claimed = claims.claim(consumer, sound);
    List<Arrival.Readable> fresh =
        sound.stream().filter(fact -> claimed.remove(Claims.Identity.of(fact.head()))).toList();
    count(What.REPEATED, sound.size() - fresh.size());
    return fresh;
  }

  private void open(Set<Aggregate> aggregates) throws SQLException {
    if (!aggregates.isEmpty()) {
      versions = claims.lock(consumer, aggregates);
      gaps = parked.withGaps(consumer, subjects(aggregates));
    }
  }

  private static UUID[] subjects(Collection<Aggregate> aggregates) {
    return aggregates.stream().map(Aggregate::subject).distinct().toArray(UUID[]::new);
  }

  private void close() throws SQLException {
    if (!advanced.isEmpty()) {
      claims.advance(consumer, advanced);
    }
  }

  private void offer(Arrival.Readable fact) throws SQLException {
    long version = fact.head().version();
    long have = version(aggregate(fact));
    if (!ordered(fact)) {
      hand(fact, Math.max(Math.max(have, version), 1));
    } else if (version <= have) {
      count(What.OLDER, 1);
    } else if (version > have + 1) {
      parked.park(consumer, fact, null, null);
      gaps.add(aggregate(fact));
      count(What.PARKED, 1);
    } else {
      hand(fact, version);
    }
  }

  private boolean ordered(Arrival.Readable fact) {
    return handler.order() == Order.VERSIONED && fact.head().version() > 0;
  }

  private void hand(Arrival.Readable fact, long version) throws SQLException {
    if (fact.event() == null) {
      // A later release's type, or dropped: skipped, but its successors must not wait for it.
      count(fact.isDropped() ? What.DROPPED : What.UNKNOWN, 1);
      advance(aggregate(fact), version);
      return;
    }
    Handled handled = handedTo(fact.head(), fact.event());
    if (entities != null) {
      // Failures show at the fact that made them, and the next one finds the rows as they are.
      entities.flush();
      entities.clear();
    }
    switch (handled) {
      case Handled.Done done -> {
        count(What.HANDLED, 1);
        advance(aggregate(fact), version);
      }
      case Handled.WaitsFor waits -> {
        parked.park(consumer, fact, waits.subject(), seen);
        count(What.PARKED, 1);
        waiters = true;
      }
    }
  }

  private Handled handedTo(Head head, Event event) {
    try {
      return handler.handle(new Fact<>(head, event));
    } catch (StackOverflowError | AssertionError | LinkageError e) {
      // One record's undoing, not the machine's.
      throw new IllegalStateException(e);
    }
  }

  private void releaseSuccessors(Aggregate aggregate) throws SQLException {
    if (!gaps.contains(aggregate)) {
      return;
    }
    Optional<Parked.Entry> next = parked.next(consumer, aggregate, version(aggregate) + 1);
    while (next.isPresent()) {
      offerParked(next.get().number(), reopened(next.get()));
      count(What.RELEASED, 1);
      next = parked.next(consumer, aggregate, version(aggregate) + 1);
    }
  }

  private void offerParked(long number, Arrival.Readable fact) throws SQLException {
    try {
      offer(fact);
    } catch (RuntimeException e) {
      throw new ParkedFactFailed(number, e);
    }
  }

  private static Arrival.Readable reopened(Parked.Entry entry) {
    return switch (entry.letter().open()) {
      case Arrival.Readable readable -> readable;
      case Arrival.Spoiled spoiled ->
          throw new ParkedFactFailed(
              entry.number(), new IllegalStateException("was readable: " + spoiled.reason()));
    };
  }

  private static Aggregate aggregate(Arrival.Readable fact) {
    return new Aggregate(fact.letter().topic(), fact.head().subject());
  }

  private long version(Aggregate aggregate) {
    return advanced.getOrDefault(aggregate, versions.getOrDefault(aggregate, 0L));
  }

  private void advance(Aggregate aggregate, long version) {
    advanced.put(aggregate, version);
  }

  private void count(What what, int times) {
    counts.merge(what, times, Integer::sum);
  }

  /** A parked fact failed, not the one whose arrival released it. */
  static final class ParkedFactFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long number;

    ParkedFactFailed(long number, Throwable cause) {
      super("parked fact " + number, cause);
      this.number = number;
    }

    long number() {
      return number;
    }
  }
}
