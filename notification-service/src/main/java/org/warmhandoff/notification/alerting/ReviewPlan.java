package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Alerts;

/** The victim's worker has looked at her safety plan again. */
@ApplicationScoped
class ReviewPlan {

  private final Alerts alerts;
  private final InstantSource clock;

  ReviewPlan(Alerts alerts, InstantSource clock) {
    this.alerts = alerts;
    this.clock = clock;
  }

  /**
   * Takes it down.
   *
   * @throws Problem 404 where it was not asked of them
   */
  @Transactional
  public void reviewed(UUID id, UUID staff) {
    if (!alerts.reviewed(id, staff, clock.instant())) {
      throw Problem.notFound("no-such-review", "There is no such request for you.");
    }
  }
}
