package org.warmhandoff.notification.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.contracts.IncidentEvent.AdvisoryAcknowledged;
import org.warmhandoff.notification.Alerts;
import org.warmhandoff.notification.RoutedIncidents;

/** Somebody at the police service knows of an alert: nobody else needs to be told. */
@ApplicationScoped
public class HearAcknowledgement {

  private final RoutedIncidents incidents;
  private final Alerts alerts;

  HearAcknowledgement(RoutedIncidents incidents, Alerts alerts) {
    this.incidents = incidents;
    this.alerts = alerts;
  }

  /** An advisory that is no alert of this service changes nothing. */
  @Transactional
  public void hear(AdvisoryAcknowledged known) {
    // it may have moved with its incident since police were told
    if (incidents.lockedFor(() -> alerts.incidentOf(known.advisory())).isPresent()) {
      alerts
          .findByIdOptional(known.advisory())
          .ifPresent(alert -> alert.acknowledge(null, known.at()));
    }
  }
}
