package org.warmhandoff.incident.belonging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.warmhandoff.incident.Belonging;
import org.warmhandoff.incident.Unsettled;

/** Takes in hand what is to be settled next, or looks for numbers that were waited for. */
@ApplicationScoped
class TakeUnsettled {

  private final Unsettled unsettled;
  private final Belonging belonging;

  TakeUnsettled(Unsettled unsettled, Belonging belonging) {
    this.unsettled = unsettled;
    this.belonging = belonging;
  }

  /** The next one; empty where there is none, also where one was only now found. */
  @Transactional
  public Optional<Unsettled.Note> next() {
    Optional<Unsettled.Note> next = unsettled.next();
    return next.isEmpty() && belonging.look() ? unsettled.next() : next;
  }
}
