package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.OwnAlerts;

/** The victim's worker has looked at her safety plan again. */
@ApplicationScoped
class ReviewPlan {

  private final Alerts alerts;
  private final OwnAlerts ownAlerts;
  private final InstantSource clock;

  ReviewPlan(Alerts alerts, OwnAlerts ownAlerts, InstantSource clock) {
    this.alerts = alerts;
    this.ownAlerts = ownAlerts;
    this.clock = clock;
  }

  /**
   * Takes it down.
   *
   * @throws Problem 404 where it was not asked of them, or is not theirs to know of any more
   */
  @Transactional
  public void reviewed(UUID id, UUID staff) {
    boolean open =
        alerts.review(id, staff).filter(review -> ownAlerts.isOpenTo(review, staff)).isPresent();
    if (!open || !alerts.reviewed(id, staff, clock.instant())) {
      throw Problem.notFound("no-such-review", "There is no such request for you.");
    }
  }
}
