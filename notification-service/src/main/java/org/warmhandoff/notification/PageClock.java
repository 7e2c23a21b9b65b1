package org.warmhandoff.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;

/**
 * Measures, on the wall clock, how long a triggering fact took to become a committed page: the
 * figure a worker feels, whatever business time the installation runs on.
 */
@Startup // a series that begins with the first page hides it from every rate
@ApplicationScoped
public class PageClock {

  private final Timer triggerToPage;
  private final TransactionSynchronizationRegistry transactions;

  PageClock(MeterRegistry meters, TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
    this.triggerToPage =
        Timer.builder("handoff.trigger.to.page")
            .description("from the triggering fact being stored to its page being committed")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(meters);
  }

  /**
   * Measures once the present transaction has committed.
   *
   * @param causedAt wall-clock instant the fact was stored
   * @param offeredAt the database's wall clock when the page was written
   */
  void offered(Instant causedAt, Instant offeredAt) {
    Duration written = Duration.between(causedAt, offeredAt);
    long since = System.nanoTime();
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              Duration took = written.plusNanos(System.nanoTime() - since);
              triggerToPage.record(took.isNegative() ? Duration.ZERO : took);
            }
          }
        });
  }
}
