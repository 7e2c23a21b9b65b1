package org.warmhandoff.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.IncidentState.Heard;

/** Reports and states for the plain tests. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-03-07T12:00:00Z");

  private Samples() {}

  static Report report(@Nullable Long sequence, Instant asOf, int priority) {
    return report(Mode.LIVE, sequence, asOf, priority);
  }

  static Report report(Mode mode, @Nullable Long sequence, Instant asOf, int priority) {
    return new Report(
        "X-1",
        mode,
        new Position(sequence, asOf),
        new ReportedFacts(
            "DVA",
            Status.ACTIVE,
            Known.YES,
            Known.UNKNOWN,
            Charge.UNDECIDED,
            Known.UNKNOWN,
            Known.UNKNOWN,
            null,
            null,
            null,
            priority,
            NOON.minusSeconds(600)),
        true,
        List.of(),
        Personal.of("content " + priority),
        null);
  }

  static Digest content(Report report) {
    return new Digest(Integer.toHexString(report.canonical().reveal().hashCode()));
  }

  static Upsert decide(IncidentState state, Report report) {
    return Upsert.decide(state, report, content(report), NOON);
  }

  static Heard heard(Report report) {
    return ((Upsert.Created) decide(new IncidentState.Unheard(), report)).next();
  }

  /** The same incident with its call in another status. */
  static Heard as(Status status, Heard heard) {
    ReportedFacts facts = heard.facts();
    return new Heard(
        heard.mode(),
        heard.position(),
        heard.content(),
        new ReportedFacts(
            facts.type(),
            status,
            facts.domestic(),
            facts.physical(),
            facts.charge(),
            facts.arrest(),
            facts.released(),
            facts.relationship(),
            facts.municipality(),
            facts.placeKind(),
            facts.priority(),
            facts.occurredAt()),
        heard.receivedAt(),
        heard.scene(),
        heard.wish(),
        heard.since(),
        heard.words());
  }
}
