package org.warmhandoff.incident.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Sources report incidents as they happen: whatever waits is taken in one transaction. */
@ApplicationScoped
class ReportIncident {

  private final Registrar registrar;

  ReportIncident(Registrar registrar) {
    this.registrar = registrar;
  }

  /** How long another's lock is waited for. */
  enum Patience {
    /** A moment: others wait for the same writer. */
    BRIEF,
    /** As long as the database lets it. */
    LONG
  }

  /**
   * Takes a group of reports; when it returns, they are stored and will be told. One that is
   * refused stops none of the others, and leaves nothing behind.
   *
   * @param group in the order of their arrival
   * @return what became of each, in the same order
   */
  @Transactional
  public List<Taken> take(List<Posted> group, Patience patience) {
    return registrar.take(group, patience);
  }
}
