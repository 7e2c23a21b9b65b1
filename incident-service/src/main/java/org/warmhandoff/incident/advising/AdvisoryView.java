package org.warmhandoff.incident.advising;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.Advisory;

/**
 * An advisory as a CAD reads it: codes, never an agency, a worker or what was said.
 *
 * @param place its place among those of this police service, from 1 without gaps
 * @param mode live of what happens now alone; late where it was told more than a quarter of an hour
 *     ago, test for a drill, history where it came with an import
 * @param type worker-assigned, worker-arrived, worker-ended, worker-stood-down, nobody-available,
 *     faster-response, imminent-danger, alert-answered or duplicate-suspected
 * @param code how help is given, what the danger is, why two incidents look like one, or the public
 *     number to give where nobody comes
 * @param otherIncident the incident this one may be a duplicate of
 * @param answers the advisory a supervisor elsewhere says they know of, and call police about
 * @param at business instant
 * @param acknowledgeBy until when a human should have said that they know; null where nobody need
 */
public record AdvisoryView(
    UUID id,
    long place,
    UUID incident,
    String mode,
    String type,
    @Nullable String code,
    @Nullable UUID otherIncident,
    @Nullable UUID answers,
    Instant at,
    @Nullable Instant acknowledgeBy,
    @Nullable Instant acknowledgedAt) {

  static AdvisoryView of(Advisory.Placed placed, Instant now, Duration liveFor) {
    Advisory advisory = placed.advisory();
    return new AdvisoryView(
        advisory.id(),
        placed.place(),
        advisory.incident(),
        advisory.reading(now, liveFor),
        advisory.type(),
        advisory.code(),
        advisory.other(),
        advisory.answers(),
        advisory.toldAt(),
        advisory.acknowledgeBy(),
        placed.acknowledgedAt());
  }
}
