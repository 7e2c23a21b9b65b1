package org.warmhandoff.notification.delivering;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.warmhandoff.notification.DeliveryBackoff;
import org.warmhandoff.notification.DeliveryQueue;
import org.warmhandoff.notification.DeliveryQueue.Claimed;
import org.warmhandoff.notification.DeliverySettings;
import org.warmhandoff.notification.OwnChannels;

/** Stores what became of an attempt, and counts it. */
@ApplicationScoped
class RecordDelivery {

  private final DeliveryQueue queue;
  private final OwnChannels own;
  private final DeliverySettings settings;
  private final MeterRegistry meters;
  private final RandomGenerator chance = RandomGenerator.getDefault();

  RecordDelivery(
      DeliveryQueue queue, OwnChannels own, DeliverySettings settings, MeterRegistry meters) {
    this.queue = queue;
    this.own = own;
    this.settings = settings;
    this.meters = meters;
  }

  /** Changes nothing where the claim has run out: another process has it, or had it. */
  @Transactional
  public void record(Claimed claimed, Outcome outcome) {
    switch (outcome) {
      case Outcome.Sent sent ->
          count(claimed, "sent", queue.sent(claimed, sent.gatewayId(), settings.confirmWithin()));
      case Outcome.Gone gone -> {
        count(claimed, "failed-for-good", queue.never(claimed, "gone"));
        own.forget(claimed.staff(), claimed.channel());
      }
      case Outcome.Never never ->
          count(claimed, "failed-for-good", queue.never(claimed, never.code()));
      case Outcome.Later later -> {
        Optional<Duration> wait =
            DeliveryBackoff.after(claimed.attempts(), chance.nextDouble(), later.retryAfter());
        if (wait.isPresent()) {
          count(claimed, "failed-for-now", queue.later(claimed, later.code(), wait.get()));
        } else {
          count(claimed, "failed-for-good", queue.never(claimed, later.code()));
        }
      }
    }
  }

  private void count(Claimed claimed, String state, boolean ours) {
    if (ours) {
      meters.counter("handoff.deliveries", "channel", claimed.kind(), "state", state).increment();
    }
  }
}
