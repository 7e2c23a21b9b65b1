package org.warmhandoff.notification;

import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;

/**
 * What a decision has to tell, and why it was made: noted as it goes on, and written in a statement
 * each when all is decided.
 */
final class DecisionNotes {

  private final Outbox outbox;
  private final Reasonings reasonings;
  private final RoutedIncident incident;
  private final List<Outbox.Telling> tellings = new ArrayList<>();
  private final List<Reasons> reasons = new ArrayList<>();

  DecisionNotes(Outbox outbox, Reasonings reasonings, RoutedIncident incident) {
    this.outbox = outbox;
    this.reasonings = reasonings;
    this.incident = incident;
  }

  void tell(Subject subject, Event event) {
    tellings.add(new Outbox.Telling(subject, event, List.of()));
  }

  void keep(Reasons one) {
    reasons.add(one);
  }

  /** Writes what was noted, in its order. */
  void write() {
    outbox.tellAll(List.copyOf(tellings));
    reasonings.keep(reasons, incident.policeService(), incident.view().jurisdiction());
    tellings.clear();
    reasons.clear();
  }
}
