package org.warmhandoff.eventing.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.eventing.flow.Flow;
import org.warmhandoff.eventing.inbox.ConsumerLag.Lag;
import org.warmhandoff.eventing.republishing.Republish;

/**
 * What an operator should know of a service.
 *
 * @param oldestParkedSeconds how long the oldest parked fact has waited, 0 where there is none
 * @param failed deliveries, newest first
 * @param republish the last one; null where there was none
 */
public record Operations(
    Flow flow,
    double oldestParkedSeconds,
    List<Lag> lag,
    List<Held> held,
    List<Failed> failed,
    @Nullable Republish republish) {

  /**
   * Facts whose topic does not take them.
   *
   * @param since when the first of them was held, wall clock
   */
  public record Held(String topic, long facts, Instant since) {}
}
