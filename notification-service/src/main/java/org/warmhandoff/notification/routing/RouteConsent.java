package org.warmhandoff.notification.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;
import org.warmhandoff.notification.Wholes;

/** Decides anew after a consent or its withdrawal. */
@ApplicationScoped
public class RouteConsent {

  private final RoutedIncidents incidents;
  private final Desks desks;
  private final Wholes wholes;

  RouteConsent(RoutedIncidents incidents, Desks desks, Wholes wholes) {
    this.incidents = incidents;
    this.desks = desks;
    this.wholes = wholes;
  }

  /** No order holds across topics: a consent heard before its incident waits for it. */
  @Transactional
  public Handled hear(Head head, ConsentEvent event) {
    Optional<RoutedIncident> known = incidents.locked(event.incident());
    if (known.isEmpty()) {
      return Handled.waitsFor(event.incident());
    }
    RoutedIncident incident = wholes.hear(known.get(), event, head).incident();
    desks.decide(incident, head, switchboard -> switchboard.heard(incident.view()));
    return Handled.done();
  }
}
