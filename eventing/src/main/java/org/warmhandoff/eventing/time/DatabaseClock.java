package org.warmhandoff.eventing.time;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The database's clock, which all replicas of a service share. Read as an offset to this machine's
 * monotonic clock, sampled anew twice a minute; between samples no query is needed. Never goes back
 * in this process.
 */
final class DatabaseClock implements BusinessClock, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
  private static final long BETWEEN_SAMPLES_SECONDS = 30;
  private static final int SAMPLES = 3;

  private final DataSource database;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread sampler;
  private volatile long offset;
  private long latest = Long.MIN_VALUE;

  DatabaseClock(DataSource database) {
    this.database = database;
    this.sampler = Thread.ofPlatform().name("database-clock").daemon().unstarted(this::sampleOn);
  }

  /** Samples once, so that no instant is ever given without the database's word. */
  DatabaseClock start() {
    try {
      sample();
    } catch (SQLException e) {
      throw new IllegalStateException("the database's clock cannot be read", e);
    }
    sampler.start();
    return this;
  }

  /** To the microsecond, as the database keeps it: what is stored reads back equal. */
  @Override
  public synchronized Instant instant() {
    latest = Math.max(latest, System.nanoTime() + offset);
    return Instant.EPOCH.plusNanos(latest).truncatedTo(ChronoUnit.MICROS);
  }

  /** This clock is moved by nobody. */
  @Override
  public void onMove(Runnable listener) {}

  @Override
  public void close() {
    closed.countDown();
  }

  private void sampleOn() {
    try {
      while (!closed.await(BETWEEN_SAMPLES_SECONDS, TimeUnit.SECONDS)) {
        try {
          sample();
        } catch (SQLException e) {
          LOG.warnf(
              "the database's clock was not read (%s); the last offset is kept", e.getSQLState());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of a few readings the one with the shortest round trip is the most exact. */
  private void sample() throws SQLException {
    long best = Long.MAX_VALUE;
    long found = 0;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement("select clock_timestamp()")) {
      for (int i = 0; i < SAMPLES; i++) {
        long before = System.nanoTime();
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          Instant read = result.getObject(1, OffsetDateTime.class).toInstant();
          long after = System.nanoTime();
          if (after - before < best) {
            best = after - before;
            found = ChronoUnit.NANOS.between(Instant.EPOCH, read) - (before + best / 2);
          }
        }
      }
    }
    offset = found;
  }
}
