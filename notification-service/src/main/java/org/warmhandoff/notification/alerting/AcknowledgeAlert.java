package org.warmhandoff.notification.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Alert;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.RoutedIncidents;

/** A supervisor who was told knows of an alert, and takes it from here: they call police. */
@ApplicationScoped
class AcknowledgeAlert {

  private final RoutedIncidents incidents;
  private final Alerts alerts;
  private final InstantSource clock;

  AcknowledgeAlert(RoutedIncidents incidents, Alerts alerts, InstantSource clock) {
    this.incidents = incidents;
    this.alerts = alerts;
    this.clock = clock;
  }

  /**
   * Takes it down; whoever was told may, also when the next one is told already.
   *
   * @throws Problem 404 where they were not told
   */
  @Transactional
  public void acknowledge(UUID id, UUID staff) {
    if (alerts.incidentOf(id).flatMap(incidents::locked).isEmpty()) {
      throw AlertResource.noSuchAlert();
    }
    Alert alert =
        alerts
            .findByIdOptional(id)
            .filter(found -> found.wasTold(staff))
            .orElseThrow(AlertResource::noSuchAlert);
    alert.acknowledge(staff, clock.instant());
  }
}
