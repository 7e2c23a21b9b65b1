package org.warmhandoff.notification.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.warmhandoff.contracts.IncidentEvent.IncidentSeparated;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.notification.AlertReview;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.Families;
import org.warmhandoff.notification.Family;
import org.warmhandoff.notification.IncidentView;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.Splits;
import org.warmhandoff.notification.Wholes;

/** A merge is taken back: what came with it goes back and is decided on there again. */
@ApplicationScoped
public class SeparateIncident {

  private final Families families;
  private final Wholes wholes;
  private final Splits splits;
  private final Desks desks;
  private final AlertReview alertReview;

  SeparateIncident(
      Families families, Wholes wholes, Splits splits, Desks desks, AlertReview alertReview) {
    this.families = families;
    this.wholes = wholes;
    this.splits = splits;
    this.desks = desks;
    this.alertReview = alertReview;
  }

  @Transactional
  public Handled hear(Head head, IncidentSeparated separated) {
    Family family = families.locked(separated.incident());
    Optional<RoutedIncident> known = family.of(separated.incident());
    if (known.isEmpty()) {
      return Handled.waitsFor(separated.incident());
    }
    RoutedIncident alone = known.get();
    if (alone.mergedInto() == null) {
      return Handled.done();
    }
    RoutedIncident whole = family.goesOn(alone);
    IncidentView before = whole.view();
    wholes.separate(family, alone, head);
    splits.part(whole, alone, head);
    for (RoutedIncident one : List.of(whole, alone)) {
      desks.open(one, head).heard(one.view());
      alertReview.after(one, before);
    }
    return Handled.done();
  }
}
