package org.warmhandoff.eventing.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

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

  InboxMeters(MeterRegistry registry) {
    this.registry = registry;
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
