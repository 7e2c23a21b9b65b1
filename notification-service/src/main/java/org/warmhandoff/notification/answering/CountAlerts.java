package org.warmhandoff.notification.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.notification.OwnAlerts;

/** How many alerts ask something of a member of staff now, for the head of their duty page. */
@ApplicationScoped
public class CountAlerts {

  private final OwnAlerts ownAlerts;

  CountAlerts(OwnAlerts ownAlerts) {
    this.ownAlerts = ownAlerts;
  }

  /** What is to be acknowledged, to be looked at, and to be judged within a day. */
  @Transactional
  public int count(UUID staff) {
    return ownAlerts.toAcknowledge(staff).size()
        + ownAlerts.toReview(staff).size()
        + ownAlerts.toJudge(staff).size();
  }
}
