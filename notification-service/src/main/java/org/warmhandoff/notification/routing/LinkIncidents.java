package org.warmhandoff.notification.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.notification.Desks;
import org.warmhandoff.notification.Families;
import org.warmhandoff.notification.Family;
import org.warmhandoff.notification.RoutedIncident;

/**
 * Two incidents belong together, or do not any more. Nothing moves; who helps one side of the one
 * is kept from the other side of the other.
 */
@ApplicationScoped
public class LinkIncidents {

  private final Families families;
  private final Desks desks;

  LinkIncidents(Families families, Desks desks) {
    this.families = families;
    this.desks = desks;
  }

  /**
   * Hears of it.
   *
   * @param linked whether they belong together from here on
   */
  @Transactional
  public Handled hear(Head head, UUID incident, UUID other, boolean linked) {
    Family family = families.locked(incident, other);
    Optional<RoutedIncident> one = family.of(incident);
    Optional<RoutedIncident> two = family.of(other);
    if (one.isEmpty() || two.isEmpty()) {
      return Handled.waitsFor(one.isEmpty() ? incident : other);
    }
    if (linked) {
      one.get().link(two.get());
    } else {
      one.get().unlink(two.get());
    }
    family.link();
    Stream.of(family.goesOn(one.get()), family.goesOn(two.get()))
        .distinct()
        .forEach(whole -> desks.open(whole, head).heard(whole.view()));
    return Handled.done();
  }
}
