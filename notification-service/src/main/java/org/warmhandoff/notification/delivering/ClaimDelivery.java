package org.warmhandoff.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.notification.DeliveryQueue;
import org.warmhandoff.notification.DeliveryQueue.Claimed;
import org.warmhandoff.notification.DeliverySettings;

/** Takes the notice that is to be sent next, for as long as an attempt can last. */
@ApplicationScoped
class ClaimDelivery {

  /** After the attempt's own time: to store what became of it. */
  private static final Duration TO_RECORD = Duration.ofSeconds(20);

  private final DeliveryQueue queue;
  private final DeliverySettings settings;
  private final InstantSource clock;

  ClaimDelivery(DeliveryQueue queue, DeliverySettings settings, InstantSource clock) {
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
  }

  /** Empty where nothing is due; without a lease where it may not be sent any more. */
  @Transactional
  public Optional<Claimed> claim() {
    return queue.claim(clock.instant(), settings.timeout().plus(TO_RECORD));
  }
}
