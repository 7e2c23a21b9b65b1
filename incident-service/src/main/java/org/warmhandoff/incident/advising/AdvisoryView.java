package org.warmhandoff.incident.advising;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.Advisory;

/**
 * An advisory as a CAD reads it: codes, never an agency, a worker or what was said.
 *
 * @param place its place among those of this police service, from 1 without gaps
 * @param mode live, or test for a drill; history where it came with an import
 * @param type worker-assigned, worker-arrived, worker-ended, worker-stood-down, nobody-available,
 *     faster-response, imminent-danger or duplicate-suspected
 * @param code how help is given, what the danger is, or why two incidents look like one
 * @param otherIncident the incident this one may be a duplicate of
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
    Instant at,
    @Nullable Instant acknowledgeBy,
    @Nullable Instant acknowledgedAt) {

  static AdvisoryView of(Advisory.Placed placed) {
    Advisory advisory = placed.advisory();
    return new AdvisoryView(
        advisory.id(),
        placed.place(),
        advisory.incident(),
        advisory.mode().name().toLowerCase(Locale.ROOT),
        advisory.type(),
        advisory.code(),
        advisory.other(),
        advisory.toldAt(),
        advisory.acknowledgeBy(),
        placed.acknowledgedAt());
  }
}
