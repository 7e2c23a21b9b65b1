package org.warmhandoff.eventing.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.inbox.InboxMeters.What;
import org.warmhandoff.eventing.seal.Seal;

/** Opens the transactions of the inbox, and waits between attempts. */
@ApplicationScoped
class Transactions {

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final DataSource database;
  private final Instance<EntityManager> entities;
  private final Seal seal;
  private final InboxMeters meters;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Transactions(
      DataSource database, Instance<EntityManager> entities, Seal seal, InboxMeters meters) {
    this.database = database;
    this.entities = entities;
    this.seal = seal;
    this.meters = meters;
  }

  /** Work inside one transaction. */
  interface Work {
    void on(Taking taking) throws SQLException;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /**
   * Runs it in a transaction of its own and counts what it did after the commit.
   *
   * @return whether it left facts that wait for another aggregate
   */
  boolean run(Handler handler, Work work) {
    return run(handler, Turn.WITH_OTHERS, work);
  }

  /** The same, with the consumer's other transactions or without them. */
  boolean run(Handler handler, Turn turn, Work work) {
    Taking taking =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  try (Connection connection = database.getConnection()) {
                    Taking begun = new Taking(handler, turn, connection, entityManager(), seal);
                    work.on(begun);
                    return begun;
                  }
                });
    for (Map.Entry<What, Integer> count : taking.counts().entrySet()) {
      meters.count(handler.consumer(), count.getKey(), count.getValue());
    }
    return taking.leavesWaiters();
  }

  /** Sets one record aside, in a transaction of its own. */
  void setAside(String consumer, Arrival arrival, String reason) {
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                return new Quarantine(connection, seal)
                    .setAside(consumer, arrival, reason, null, false);
              }
            });
    meters.count(consumer, What.QUARANTINED, 1);
  }

  /** Moves a parked fact to the quarantine. */
  void setAsideParked(String consumer, long number, String reason) {
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                Optional<Parked.Entry> entry =
                    new Parked(connection).takeUp(new Parked.Waiting(number, consumer));
                if (entry.isPresent()) {
                  new Quarantine(connection, seal)
                      .setAside(consumer, entry.get().letter().open(), reason, null, true);
                }
                return number;
              }
            });
    meters.count(consumer, What.QUARANTINED, 1);
  }

  /** Whether the database answers, so that a failure must be the record's own. */
  boolean healthy() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select 1")) {
      return row.next();
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Waits before the next attempt: twice as long each time, five seconds at most, spread.
   *
   * @throws Stopped where the service is shutting down
   */
  void pause(String consumer, int attempt) {
    meters.count(consumer, What.RETRIED, 1);
    long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 10));
    long millis = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    try {
      if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
        throw new Stopped();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }

  boolean await(long millis) throws InterruptedException {
    return stopping.await(millis, TimeUnit.MILLISECONDS);
  }

  private @Nullable EntityManager entityManager() {
    return entities.isResolvable() ? entities.get() : null;
  }

  /** The service is shutting down; what was not committed comes again. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("shutting down");
    }
  }
}
