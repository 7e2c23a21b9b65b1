package org.warmhandoff.bench.contestant;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.Transaction;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * gruelbox transaction-outbox: the call that publishes an event is stored with the work, run by the
 * same process right after the commit, and deleted. What a process that died left behind is found
 * by flushing. Its calls are independent of each other: it promises no order.
 */
final class Gruelbox implements Contestant.Library {

  /** Each call waits for its acknowledgement and its commit; together they share both. */
  private static final int WORKERS = 32;

  private static final int FLUSH_BATCH = 1_000;
  private static final int QUEUE = 100_000;
  private static final long IDLE_NANOS = Duration.ofMillis(100).toNanos();
  private static final long BUSY_NANOS = Duration.ofMillis(1).toNanos();

  private final Task task;
  private final ThreadPoolExecutor workers;
  private final TransactionManager transactions;
  private final TransactionOutbox outbox;

  Gruelbox(Task task) {
    this.task = task;
    this.workers =
        new ThreadPoolExecutor(
            WORKERS, WORKERS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE));
    this.transactions = TransactionManager.fromDataSource(pool(task.database()));
    this.outbox =
        TransactionOutbox.builder()
            .transactionManager(transactions)
            .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
            .instantiator(
                task.load()
                    ? Instantiator.using(
                        type -> {
                          throw new IllegalStateException("nothing is run while loading");
                        })
                    : Instantiator.using(publisher(task.kafka())))
            .submitter(task.load() ? (entry, run) -> {} : Submitter.withExecutor(workers))
            .attemptFrequency(attemptFrequency(task))
            .flushBatchSize(FLUSH_BATCH)
            .blockAfterAttempts(1_000)
            .serializeMdc(false)
            .build();
  }

  /**
   * How long after its commit, or after it was last taken up, a call is due for flushing. Two
   * minutes is the library's standard: with less, calls that wait in a full queue would be taken up
   * again and again.
   */
  private static Duration attemptFrequency(Task task) {
    // After a load and after a kill nobody wants to wait for two minutes.
    return task.load() || task.noted() ? Duration.ofSeconds(10) : Duration.ofMinutes(2);
  }

  private static Function<Class<?>, Object> publisher(Task.Kafka kafka) {
    KafkaPublisher publisher = new KafkaPublisher(PeerProducer.of(kafka));
    return type -> publisher;
  }

  private static HikariDataSource pool(Task.Database database) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setAutoCommit(false);
    config.setMaximumPoolSize(WORKERS + Task.TELLERS + 1);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  @Override
  public void relay(Runnable ready) {
    ready.run();
    Thread.ofPlatform().name("flush").daemon().start(this::flush);
  }

  private void flush() {
    while (true) {
      boolean found = workers.getQueue().size() < FLUSH_BATCH / 2 && outbox.flush();
      LockSupport.parkNanos(found || task.count() == 0 ? BUSY_NANOS : IDLE_NANOS);
    }
  }

  @Override
  public Teller open() {
    return new Teller() {
      private long committed;

      @Override
      public long tell(List<Sample> events) {
        transactions.inTransaction(
            transaction -> {
              // Before the library's own hooks, which submit the calls.
              transaction.addPostCommitHook(() -> committed = System.nanoTime());
              events.forEach(Gruelbox.this::schedule);
              note(transaction, events);
            });
        return committed;
      }

      @Override
      public void close() {}
    };
  }

  private void schedule(Sample event) {
    outbox
        .schedule(Publisher.class)
        .publish(
            task.kafka().topic(),
            event.aggregate().toString(),
            event.id().toString(),
            Sample.TYPE,
            event.version(),
            Sample.POLICE_SERVICE,
            Sample.JURISDICTION,
            "live",
            event.time().toString(),
            Instant.now().toString(),
            event.body());
  }

  private void note(Transaction transaction, List<Sample> events) {
    if (task.noted()) {
      try {
        PreparedStatement note = transaction.prepareBatchStatement(Teller.NOTE);
        for (Sample event : events) {
          note.setLong(1, event.number());
          note.addBatch();
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
