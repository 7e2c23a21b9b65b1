package org.warmhandoff.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;

/** The codes and instants a source reports of an incident; nothing in here identifies anyone. */
public record ReportedFacts(
    String type,
    Status status,
    Known domestic,
    Known physical,
    Charge charge,
    Known arrest,
    Known released,
    @Nullable String relationship,
    @Nullable String municipality,
    @Nullable String placeKind,
    int priority,
    Instant occurredAt) {

  /** The same facts of a call that stands there. */
  ReportedFacts with(Status call) {
    return new ReportedFacts(
        type,
        call,
        domestic,
        physical,
        charge,
        arrest,
        released,
        relationship,
        municipality,
        placeKind,
        priority,
        occurredAt);
  }

  /** The same facts of something that happened then. */
  ReportedFacts since(Instant then) {
    return new ReportedFacts(
        type,
        status,
        domestic,
        physical,
        charge,
        arrest,
        released,
        relationship,
        municipality,
        placeKind,
        priority,
        then);
  }
}
