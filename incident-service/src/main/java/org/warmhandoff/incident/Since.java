package org.warmhandoff.incident;

import java.time.Instant;

/**
 * Since when a source says what it says. A full state repeats everything each time; only a change
 * is news, so a fact is as old as the report that first held it.
 */
public record Since(Instant charge, Instant arrest, Instant released) {

  /** Everything was said first in one report. */
  static Since all(Instant asOf) {
    return new Since(asOf, asOf, asOf);
  }

  /** After a newer full state. */
  Since after(ReportedFacts known, ReportedFacts reported, Instant asOf) {
    return new Since(
        reported.charge() == known.charge() ? charge : asOf,
        reported.arrest() == known.arrest() ? arrest : asOf,
        reported.released() == known.released() ? released : asOf);
  }
}
