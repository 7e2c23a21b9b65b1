package org.warmhandoff.incident.intake.reading;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the reader asked a report for, in its order. So that what was understood is told by the one
 * reader there is, and by no second list of fields that could differ from it.
 */
final class Trail {

  private final Set<String> asked = new LinkedHashSet<>();

  void asked(String pointer) {
    asked.add(pointer);
  }

  /** JSON pointers into our own report, whether or not something stood there. */
  Set<String> asked() {
    return asked;
  }
}
