package org.warmhandoff.bench.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning on a thread of its own and counts what comes. */
public final class Arrivals implements AutoCloseable {

  private final Tally tally;
  private final ToLongFunction<byte[]> numbers;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread;
  private final long[] firstAt;
  private volatile int distinct;
  private volatile long lastAt = System.nanoTime();
  private volatile boolean broken;

  /**
   * Starts to read.
   *
   * @param keys how many keys the numbers belong to
   * @param timed for how many numbers from 0 on the time of arrival is kept
   * @param numbers reads the number out of a body
   */
  public Arrivals(
      Map<String, Object> connection,
      String topic,
      int keys,
      int timed,
      ToLongFunction<byte[]> numbers) {
    this.tally = new Tally(keys);
    this.numbers = numbers;
    this.firstAt = new long[timed];
    this.consumer =
        new KafkaConsumer<>(connection, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    this.thread = Thread.ofPlatform().name("arrivals").daemon().start(this::read);
  }

  private void read() {
    try (consumer) {
      while (true) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          long now = System.nanoTime();
          long number = numbers.applyAsLong(record.value());
          if (tally.arrived(number)) {
            if (number < firstAt.length) {
              firstAt[(int) number] = now;
            }
            lastAt = now;
          }
        }
        distinct = tally.distinct();
      }
    } catch (WakeupException e) {
      // The end of the phase.
    } catch (RuntimeException e) {
      broken = true;
      throw e;
    }
  }

  /** What came so far. */
  public Tally tally() {
    return tally;
  }

  /** Different numbers that came so far. */
  public int distinct() {
    if (broken) {
      throw new IllegalStateException("the topic can no longer be read");
    }
    return distinct;
  }

  /** The monotonic clock at the last first arrival of a number, nanoseconds. */
  public long lastAt() {
    return lastAt;
  }

  /** When each number came first, 0 where it did not; to be read after {@link #close}. */
  public long[] firstAt() {
    return Arrays.copyOf(firstAt, firstAt.length);
  }

  /**
   * Waits until this many have come.
   *
   * @param goOn asked now and then; waiting ends when it says no
   * @return whether they have
   */
  public boolean await(int wanted, Duration atMost, BooleanSupplier goOn)
      throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (distinct() < wanted) {
      if (System.nanoTime() > end || !goOn.getAsBoolean()) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return true;
  }

  /** Ends reading. */
  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
