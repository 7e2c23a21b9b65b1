package org.warmhandoff.notification.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.notification.AlertReview;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.IncidentView;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/** Decides anew after each fact of an incident. */
@ApplicationScoped
public class RouteIncident {

  private final RoutedIncidents incidents;
  private final Desks desks;
  private final AlertReview alertReview;
  private final InstantSource clock;

  RouteIncident(
      RoutedIncidents incidents, Desks desks, AlertReview alertReview, InstantSource clock) {
    this.incidents = incidents;
    this.desks = desks;
    this.alertReview = alertReview;
    this.clock = clock;
  }

  @Transactional
  public Handled hear(Head head, IncidentEvent event) {
    Optional<RoutedIncident> known = incidents.locked(event.incident());
    if (known.isPresent()) {
      RoutedIncident incident = known.get();
      IncidentView before = incident.view();
      incident.now(before.after(event, head.mode(), head.time()), clock.instant());
      decide(incident, head);
      alertReview.after(incident, before);
      return Handled.done();
    }
    if (event instanceof IncidentReported reported) {
      RoutedIncident incident =
          new RoutedIncident(
              IncidentView.of(
                  reported, head.policeService(), head.jurisdiction(), head.mode(), head.time()),
              clock.instant());
      incidents.persistAndFlush(incident);
      decide(incident, head);
      return Handled.done();
    }
    return Handled.waitsFor(event.incident());
  }

  private void decide(RoutedIncident incident, Head head) {
    desks.open(incident, head).heard(incident.view());
  }
}
