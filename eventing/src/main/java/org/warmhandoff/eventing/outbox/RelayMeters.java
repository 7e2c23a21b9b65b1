package org.warmhandoff.eventing.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the relay tells of itself. */
@ApplicationScoped
class RelayMeters {

  private final Counter published;
  private final DistributionSummary batch;
  private final DistributionSummary delay;
  private final Counter failures;
  private volatile long oldestUnderWay;
  private volatile boolean leading;

  RelayMeters(MeterRegistry registry, RelaySettings settings) {
    published =
        Counter.builder("handoff.relay.published")
            .description("facts acknowledged by Kafka")
            .register(registry);
    batch =
        DistributionSummary.builder("handoff.relay.batch")
            .description("facts published together")
            .register(registry);
    delay =
        DistributionSummary.builder("handoff.relay.delay")
            .baseUnit("milliseconds")
            .description("from the row's storing to Kafka's acknowledgement, oldest of a batch")
            .register(registry);
    failures =
        Counter.builder("handoff.relay.failures")
            .description("attempts to publish that failed")
            .register(registry);
    Gauge.builder("handoff.relay.lag", this, RelayMeters::lagSeconds)
        .baseUnit("seconds")
        .description("age of the oldest fact that is being published")
        .register(registry);
    // A service that tells nothing has no relay, and nobody waits for one.
    double none = settings.enabled() ? 0 : Double.NaN;
    Gauge.builder("handoff.relay.leading", this, meters -> meters.leading ? 1 : none)
        .description("whether this replica's relay leads")
        .register(registry);
  }

  void leading(boolean now) {
    leading = now;
    oldestUnderWay = 0;
  }

  void underWay(List<Row> rows) {
    oldestUnderWay = rows.getFirst().recordedMillis();
  }

  /**
   * @param kept how many of them were not published because of their topic
   */
  void acknowledged(List<Row> rows, int kept) {
    int count = rows.size() - kept;
    if (count > 0) {
      published.increment(count);
      batch.record(count);
      delay.record(Math.max(0, System.currentTimeMillis() - rows.getFirst().recordedMillis()));
    }
  }

  void drained() {
    oldestUnderWay = 0;
  }

  void failed() {
    failures.increment();
  }

  private double lagSeconds() {
    long oldest = oldestUnderWay;
    return oldest == 0 ? 0 : Math.max(0, System.currentTimeMillis() - oldest) / 1000.0;
  }
}
