package org.warmhandoff.incident.intake.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes down what was counted, and forgets what is a day old. */
@ApplicationScoped
class KeepIntakeLog {

  private final IntakeLog log;

  KeepIntakeLog(IntakeLog log) {
    this.log = log;
  }

  /** Writes these counts, in one transaction of their own. */
  @Transactional
  public void keep(List<IntakeTally.Entry> entries, boolean forget) {
    if (!entries.isEmpty()) {
      log.add(entries);
    }
    if (forget) {
      log.forgetOld();
    }
  }
}
