package org.warmhandoff.incident;

import java.time.Instant;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.Known;

/**
 * What a source last said that was no silence, and since when it says so. A full state repeats
 * everything each time; only another value is news, so a fact is as old as the report that first
 * held it, and leaving it out for a while does not make it news when it comes back.
 */
public record Since(Fact<Charge> charge, Fact<Known> arrest, Fact<Known> released) {

  /**
   * One of its facts.
   *
   * @param value silence where it never said anything else
   */
  public record Fact<T>(T value, Instant at) {

    Fact<T> after(T reported, T silence, Instant asOf) {
      return reported.equals(silence) || reported.equals(value) ? this : new Fact<>(reported, asOf);
    }
  }

  /** Everything was said first in one report. */
  static Since all(ReportedFacts reported, Instant asOf) {
    return new Since(
        new Fact<>(reported.charge(), asOf),
        new Fact<>(reported.arrest(), asOf),
        new Fact<>(reported.released(), asOf));
  }

  /** After a newer full state. */
  Since after(ReportedFacts reported, Instant asOf) {
    return new Since(
        charge.after(reported.charge(), Charge.UNDECIDED, asOf),
        arrest.after(reported.arrest(), Known.UNKNOWN, asOf),
        released.after(reported.released(), Known.UNKNOWN, asOf));
  }

  /** Arrest and release are one state: it is as old as the later of the two. */
  Instant custody() {
    return arrest.at().isAfter(released.at()) ? arrest.at() : released.at();
  }
}
