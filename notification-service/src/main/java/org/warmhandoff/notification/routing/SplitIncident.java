package org.warmhandoff.notification.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.warmhandoff.contracts.IncidentEvent.IncidentSplit;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.Families;
import org.warmhandoff.notification.Family;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.Splits;

/** A new incident was part of another: help for whom it names goes on there. */
@ApplicationScoped
public class SplitIncident {

  private final Families families;
  private final Splits splits;
  private final Desks desks;

  SplitIncident(Families families, Splits splits, Desks desks) {
    this.families = families;
    this.splits = splits;
    this.desks = desks;
  }

  @Transactional
  public Handled hear(Head head, IncidentSplit split) {
    Family family = families.locked(split.incident(), split.from());
    Optional<RoutedIncident> fresh = family.of(split.incident());
    Optional<RoutedIncident> old = family.of(split.from());
    if (fresh.isEmpty() || old.isEmpty()) {
      return Handled.waitsFor(fresh.isEmpty() ? split.incident() : split.from());
    }
    fresh.get().splitFrom(old.get());
    RoutedIncident whole = family.goesOn(fresh.get());
    if (!splits.follow(whole, head).isEmpty()) {
      desks.joined(whole, head);
      RoutedIncident rest = family.goesOn(old.get());
      desks.open(rest, head).heard(rest.view());
    }
    return Handled.done();
  }
}
