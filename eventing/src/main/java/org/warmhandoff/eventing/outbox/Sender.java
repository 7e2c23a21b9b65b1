package org.warmhandoff.eventing.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Sends pages of rows and says when the brokers have acknowledged all of a page. */
final class Sender implements AutoCloseable {

  /** Longer than the producer's delivery time-out, after which every callback has come. */
  private static final long PATIENCE_SECONDS = 60;

  private final Producer<String, byte[]> producer;

  Sender(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Sends rows, but for those of topics that are not to be tried.
   *
   * @param held topics whose rows are kept back
   */
  Page send(List<Row> rows, Set<String> held) {
    Page page = new Page(rows, held);
    for (Row row : rows) {
      if (page.keeps(row)) {
        // A topic that does not take one row takes none; each attempt would wait for it anew.
        page.missing.countDown();
      } else {
        producer.send(row.message(), page);
      }
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
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final CountDownLatch missing;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private Page(List<Row> rows, Set<String> held) {
      this.rows = rows;
      this.refused.addAll(held);
      this.missing = new CountDownLatch(rows.size());
    }

    List<Row> rows() {
      return rows;
    }

    /** Topics whose rows of this page were not published. */
    Set<String> refused() {
      return refused;
    }

    /** The rows that were not published because of their topic. */
    List<Row> kept() {
      return refused.isEmpty() ? List.of() : rows.stream().filter(this::keeps).toList();
    }

    private boolean keeps(Row row) {
      return !refused.isEmpty() && refused.contains(row.topic());
    }

    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception exception) {
      if (exception != null) {
        if (isTheTopics(exception)) {
          refused.add(metadata.topic());
        } else {
          failure.compareAndSet(null, exception);
        }
      }
      missing.countDown();
    }

    /**
     * Waits for all acknowledgements, or for the word that a topic does not take its rows.
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

    /** The broker answered, and what it said is about this topic alone. */
    private static boolean isTheTopics(@Nullable Throwable failure) {
      return switch (failure) {
        case TopicAuthorizationException e -> true;
        case UnknownTopicOrPartitionException e -> true;
        case InvalidTopicException e -> true;
        case TimeoutException e -> e.getCause() != null && isTheTopics(e.getCause());
        case null, default -> false;
      };
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
