package org.warmhandoff.eventing.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sends pages of rows and says when the brokers have acknowledged all of a page. */
final class Sender implements AutoCloseable {

  /** Longer than the producer's delivery time-out, after which every callback has come. */
  private static final long PATIENCE_SECONDS = 60;

  private final Producer<String, byte[]> producer;

  Sender(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  Page send(List<Row> rows) {
    Page page = new Page(rows);
    for (Row row : rows) {
      producer.send(row.message(), page);
    }
    return page;
  }

  /** What is still under way may arrive or not; the rows are sent again in both cases. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  /** Rows under way. */
  static final class Page implements Callback {

    private final List<Row> rows;
    private final CountDownLatch missing;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private Page(List<Row> rows) {
      this.rows = rows;
      this.missing = new CountDownLatch(rows.size());
    }

    List<Row> rows() {
      return rows;
    }

    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception exception) {
      if (exception != null) {
        failure.compareAndSet(null, exception);
      }
      missing.countDown();
    }

    /**
     * Waits for all acknowledgements.
     *
     * @throws NotSent where one did not come
     */
    void awaitAcknowledged() throws InterruptedException {
      if (!missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new NotSent("no answer from Kafka within " + PATIENCE_SECONDS + " s", null);
      }
      Exception cause = failure.get();
      if (cause != null) {
        throw new NotSent(String.valueOf(cause.getMessage()), cause);
      }
    }
  }

  /** Kafka did not take a row. */
  static final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSent(String message, @Nullable Exception cause) {
      super(message, cause);
    }
  }
}
