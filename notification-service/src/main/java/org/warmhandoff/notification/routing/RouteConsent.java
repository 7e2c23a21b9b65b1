package org.warmhandoff.notification.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/** Decides anew after a consent or its withdrawal. */
@ApplicationScoped
public class RouteConsent {

  private final RoutedIncidents incidents;
  private final Desks desks;
  private final InstantSource clock;

  RouteConsent(RoutedIncidents incidents, Desks desks, InstantSource clock) {
    this.incidents = incidents;
    this.desks = desks;
    this.clock = clock;
  }

  /** No order holds across topics: a consent heard before its incident waits for it. */
  @Transactional
  public Handled hear(Head head, ConsentEvent event) {
    Optional<RoutedIncident> known = incidents.locked(event.incident());
    if (known.isEmpty()) {
      return Handled.waitsFor(event.incident());
    }
    RoutedIncident incident = known.get();
    incident.now(incident.view().after(event, head.time()), clock.instant());
    desks.open(incident, head).heard(incident.view());
    return Handled.done();
  }
}
