package org.warmhandoff.notification.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.warmhandoff.contracts.IncidentEvent.IncidentMerged;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.notification.AlertReview;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.Families;
import org.warmhandoff.notification.Family;
import org.warmhandoff.notification.IncidentView;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.Wholes;

/** Two incidents are one from here on: what is under way for either goes on at one of them. */
@ApplicationScoped
public class MergeIncident {

  private final Families families;
  private final Wholes wholes;
  private final Desks desks;
  private final AlertReview alertReview;

  MergeIncident(Families families, Wholes wholes, Desks desks, AlertReview alertReview) {
    this.families = families;
    this.wholes = wholes;
    this.desks = desks;
    this.alertReview = alertReview;
  }

  /** No order holds across incidents: the one that goes on may be heard of later. */
  @Transactional
  public Handled hear(Head head, IncidentMerged merged) {
    Family family = families.locked(merged.incident(), merged.into());
    Optional<RoutedIncident> from = family.of(merged.incident());
    Optional<RoutedIncident> into = family.of(merged.into());
    if (from.isEmpty() || into.isEmpty()) {
      return Handled.waitsFor(from.isEmpty() ? merged.incident() : merged.into());
    }
    RoutedIncident one = from.get();
    if (merged.into().equals(one.mergedInto()) || !mayBeOne(one, into.get())) {
      return Handled.done();
    }
    Optional<RoutedIncident> link = family.lastBefore(one, into.get());
    if (link.isPresent()) {
      // the other is part of this one still; that this link is undone has not been heard yet
      return Handled.waitsFor(link.get().incident());
    }
    if (one.mergedInto() != null) {
      wholes.separate(family, one, head);
    }
    RoutedIncident whole = family.goesOn(into.get());
    IncidentView before = whole.view();
    wholes.merge(family, one, into.get(), head);
    desks.joined(whole, head);
    alertReview.after(whole, before);
    return Handled.done();
  }

  /** A drill is never part of what is real, nor one police service's call of another's. */
  private static boolean mayBeOne(RoutedIncident one, RoutedIncident other) {
    return (one.view().mode() == Mode.TEST) == (other.view().mode() == Mode.TEST)
        && one.policeService().equals(other.policeService());
  }
}
