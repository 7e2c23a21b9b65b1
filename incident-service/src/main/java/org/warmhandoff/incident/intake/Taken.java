package org.warmhandoff.incident.intake;

import org.warmhandoff.console.problem.Problem;

/** What became of a report that was to be taken. */
sealed interface Taken {

  /** It is stored, or was before. */
  record Stored(Receipt receipt) implements Taken {}

  /** It was refused, and nothing of it is stored. */
  record Refused(Problem problem) implements Taken {}

  /** What it was answered with, by itself. */
  default Receipt receiptOrRefusal() {
    return switch (this) {
      case Stored stored -> stored.receipt();
      case Refused refused -> throw refused.problem();
    };
  }
}
