package org.warmhandoff.eventing.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.warmhandoff.eventing.Sampled;
import org.warmhandoff.eventing.Unacknowledged;
import org.warmhandoff.eventing.inbox.ConsumerLag;

/**
 * What the alert rules look at, sampled by a thread of its own: a scrape must not wait for a
 * database that is away. Numbers alone; groups and topics are the only labels.
 */
@ApplicationScoped
class FlowMeters {

  private static final Logger LOG = Logger.getLogger(FlowMeters.class);

  private final ReadFlow readFlow;
  private final OldestParked oldestParked;
  private final ConsumerLag consumerLag;
  private final Instance<Unacknowledged> unacknowledged;
  private final Instance<Sampled> sampled;
  private final Map<String, Double> samples = new ConcurrentHashMap<>();
  private final DataSource database;
  private final long everyMillis;
  private final Path watched;
  private final MultiGauge lag;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile Flow flow = new Flow(new Flow.Pending(0, 0), 0, 0, 0, 0, 0);
  private volatile double parkedFor;
  private volatile double waiting;
  private volatile double skew;
  private volatile boolean databaseAnswers = true;
  private volatile long sampledAt = System.nanoTime();

  FlowMeters(
      ReadFlow readFlow,
      OldestParked oldestParked,
      ConsumerLag consumerLag,
      Instance<Unacknowledged> unacknowledged,
      Instance<Sampled> sampled,
      DataSource database,
      MeterRegistry registry,
      @ConfigProperty(name = "handoff.meters.every", defaultValue = "5S") Duration every,
      @ConfigProperty(name = "handoff.watched-folder", defaultValue = ".") String watched) {
    this.readFlow = readFlow;
    this.oldestParked = oldestParked;
    this.consumerLag = consumerLag;
    this.unacknowledged = unacknowledged;
    this.sampled = sampled;
    this.database = database;
    this.everyMillis = every.toMillis();
    this.watched = Path.of(watched).toAbsolutePath();
    gauge(registry, "outbox.pending", "facts not yet published", m -> m.flow.outbox().pending());
    gauge(
        registry,
        "outbox.oldest.seconds",
        "age of the oldest of them",
        m -> m.flow.outbox().oldestSeconds());
    gauge(registry, "parked", "facts that came too early", m -> m.flow.parked());
    gauge(
        registry,
        "parked.oldest.seconds",
        "how long the oldest of them has waited",
        m -> m.parkedFor);
    gauge(
        registry, "quarantined", "records set aside, with those behind", m -> m.flow.quarantined());
    gauge(registry, "held", "facts whose topic does not take them", m -> m.flow.held());
    gauge(registry, "deadlines.due", "deadlines past, not acted on", m -> m.flow.deadlinesDue());
    gauge(
        registry,
        "unacknowledged.seconds",
        "how long the longest has waited whom nobody acknowledged",
        m -> m.waiting);
    gauge(registry, "clock.skew.seconds", "database's clock ahead of this machine's", m -> m.skew);
    gauge(registry, "database.up", "whether the database answers", m -> m.databaseAnswers ? 1 : 0);
    gauge(
        registry,
        "sample.age.seconds",
        "since these figures were last taken",
        m -> (System.nanoTime() - m.sampledAt) / 1e9);
    gauge(registry, "broker.up", "whether a consumer is connected", m -> m.brokerUp());
    gauge(
        registry, "disk.free.ratio", "usable part of the watched folder's disk", m -> m.diskFree());
    for (Sampled own : sampled) {
      gauge(registry, own.name(), own.what(), m -> m.samples.getOrDefault(own.name(), 0.0));
    }
    lag =
        MultiGauge.builder("handoff.consumer.lag")
            .description("records yet to be read, as this process knows it")
            .register(registry);
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("flow-meters").daemon().start(this::sampleOn);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void gauge(
      MeterRegistry registry, String name, String what, ToDoubleFunction<FlowMeters> value) {
    Gauge.builder("handoff." + name, this, value).description(what).register(registry);
  }

  private void sampleOn() {
    try {
      do {
        trySampling();
      } while (!stopping.await(everyMillis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What goes wrong once shows in the sample's age, and must not end the sampling. Package-private
   * so that a test can look when it wants.
   */
  void trySampling() {
    try {
      sample();
      sampledAt = System.nanoTime();
    } catch (SQLException e) {
      databaseAnswers = false;
      sampledAt = System.nanoTime();
    } catch (RuntimeException e) {
      LOG.warnf("the flow was not counted (%s)", e.getClass().getName());
    }
  }

  private void sample() throws SQLException {
    lag.register(
        consumerLag.all().stream()
            .map(
                one ->
                    MultiGauge.Row.of(
                        Tags.of("group", one.group(), "topic", one.topic()), one.records()))
            .toList(),
        true);
    skew = readSkew();
    databaseAnswers = true;
    flow = readFlow.now();
    parkedFor = oldestParked.seconds();
    sampled.forEach(own -> samples.put(own.name(), own.sample()));
    waiting = unacknowledged.stream().mapToDouble(Unacknowledged::oldestSeconds).max().orElse(0);
  }

  private double readSkew() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select extract(epoch from clock_timestamp())");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getDouble(1) - System.currentTimeMillis() / 1000.0;
    }
  }

  private double brokerUp() {
    return consumerLag.isConnected() ? 1 : 0;
  }

  private double diskFree() {
    try {
      FileStore disk = Files.getFileStore(watched);
      return (double) disk.getUsableSpace() / disk.getTotalSpace();
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
