package org.warmhandoff.notification.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
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
import org.warmhandoff.notification.Splits;
import org.warmhandoff.notification.Wholes;

/** Decides anew after each fact of an incident. */
@ApplicationScoped
public class RouteIncident {

  private final RoutedIncidents incidents;
  private final Desks desks;
  private final Wholes wholes;
  private final Splits splits;
  private final AlertReview alertReview;
  private final InstantSource clock;

  RouteIncident(
      RoutedIncidents incidents,
      Desks desks,
      Wholes wholes,
      Splits splits,
      AlertReview alertReview,
      InstantSource clock) {
    this.incidents = incidents;
    this.desks = desks;
    this.wholes = wholes;
    this.splits = splits;
    this.alertReview = alertReview;
    this.clock = clock;
  }

  @Transactional
  public Handled hear(Head head, IncidentEvent event) {
    Optional<RoutedIncident> known = incidents.locked(event.incident());
    if (known.isPresent()) {
      Wholes.Heard heard = wholes.hear(known.get(), event, head);
      List<RoutedIncident> took = splits.follow(heard.incident(), head);
      if (!took.contains(heard.incident())) {
        decide(heard.incident(), head);
      }
      took.forEach(incident -> desks.joined(incident, head));
      alertReview.after(heard.incident(), heard.before());
      return Handled.done();
    }
    if (event instanceof IncidentReported reported) {
      RoutedIncident incident =
          new RoutedIncident(
              IncidentView.of(
                  reported, head.policeService(), head.jurisdiction(), head.mode(), head.time()),
              clock.instant());
      decide(incident, head);
      return Handled.done();
    }
    return Handled.waitsFor(event.incident());
  }

  private void decide(RoutedIncident incident, Head head) {
    desks.decide(incident, head, switchboard -> switchboard.heard(incident.view()));
  }
}
