package org.warmhandoff.referral.tracing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.eventing.TraceLine;
import org.warmhandoff.eventing.TraceSource;
import org.warmhandoff.referral.ConsentEntries;
import org.warmhandoff.referral.ConsentEntry;
import org.warmhandoff.referral.ConsentEntry.What;
import org.warmhandoff.referral.ReferralMove;
import org.warmhandoff.referral.ReferralMoves;
import org.warmhandoff.referral.RefusedAnswer;
import org.warmhandoff.referral.RefusedAnswers;

/** The steps that are in no event of the incident: through which door, and what did not fit. */
@ApplicationScoped
class ReferralTrace implements TraceSource {

  private static final String SERVICE = "referral-service";

  private final ReferralMoves moves;
  private final ConsentEntries entries;
  private final RefusedAnswers refused;

  ReferralTrace(ReferralMoves moves, ConsentEntries entries, RefusedAnswers refused) {
    this.moves = moves;
    this.entries = entries;
    this.refused = refused;
  }

  @Override
  public List<TraceLine> trace(UUID incident) {
    return Stream.of(
            moves.ofIncident(incident).stream().map(ReferralTrace::line),
            entries.ofIncident(incident).stream()
                .filter(entry -> entry.what() == What.NOT_NOW || entry.what() == What.LAPSED)
                .map(ReferralTrace::line),
            refused.ofIncident(incident).stream().map(ReferralTrace::line))
        .flatMap(lines -> lines)
        .toList();
  }

  private static TraceLine line(ReferralMove move) {
    return new TraceLine(
        move.at(),
        move.recordedAt(),
        SERVICE,
        "referral-" + move.state(),
        Map.of(
            "referral", move.referral().toString(),
            "agency", move.agency(),
            "door", move.door()));
  }

  private static TraceLine line(ConsentEntry entry) {
    return new TraceLine(
        entry.at(),
        entry.recordedAt(),
        SERVICE,
        entry.what() == What.NOT_NOW ? "consent-not-now" : "consent-lapsed",
        Map.of("agency", entry.agency()));
  }

  private static TraceLine line(RefusedAnswer answer) {
    return new TraceLine(
        answer.at(),
        answer.recordedAt(),
        SERVICE,
        "answer-refused",
        Map.of(
            "referral", answer.referral().toString(),
            "agency", answer.agency(),
            "status", answer.status().name(),
            "why", answer.why().name()));
  }
}
