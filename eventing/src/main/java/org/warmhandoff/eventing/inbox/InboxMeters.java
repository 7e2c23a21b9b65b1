package org.warmhandoff.eventing.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the inbox counts, per consumer. */
@ApplicationScoped
class InboxMeters {

  /** What became of a record, or of an attempt. */
  enum What {
    HANDLED,
    REPEATED,
    OLDER,
    UNKNOWN,
    DROPPED,
    PARKED,
    RELEASED,
    QUARANTINED,
    BEHIND,
    RETRIED,
    BISECTED
  }

  private final MeterRegistry registry;
  private final Map<String, AtomicLong> batches = new ConcurrentHashMap<>();

  InboxMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A batch is in work until this is closed. */
  InWork inWork(String consumer) {
    AtomicLong begun =
        batches.computeIfAbsent(
            consumer,
            name -> {
              AtomicLong none = new AtomicLong();
              Gauge.builder("handoff.inbox.busy.seconds", none, InboxMeters::seconds)
                  .tag("consumer", name)
                  .description("how long the batch in work has been so")
                  .register(registry);
              return none;
            });
    begun.set(System.nanoTime());
    return () -> begun.set(0);
  }

  private static double seconds(AtomicLong begun) {
    long since = begun.get();
    return since == 0 ? 0 : (System.nanoTime() - since) / 1e9;
  }

  /** Work on a batch. */
  interface InWork extends AutoCloseable {
    @Override
    void close();
  }

  void count(String consumer, What what, int times) {
    if (times > 0) {
      registry
          .counter(
              "handoff.inbox", "consumer", consumer, "what", what.name().toLowerCase(Locale.ROOT))
          .increment(times);
    }
  }
}
