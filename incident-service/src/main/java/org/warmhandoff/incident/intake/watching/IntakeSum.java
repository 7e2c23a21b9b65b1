package org.warmhandoff.incident.intake.watching;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.LocalTime;

/**
 * The last 24 hours of one police service's CAD in one line.
 *
 * @param last when it last posted, or null where it did not
 */
record IntakeSum(String policeService, long taken, long refused, @Nullable LocalTime last) {

  static IntakeSum of(IntakeLog.Sum sum, Instant now) {
    Instant last = sum.last();
    return new IntakeSum(
        sum.policeService(),
        sum.taken(),
        sum.refused(),
        last == null ? null : LocalTime.of(last, sum.zone(), now));
  }

  public String lastSpan() {
    return last == null ? "" : IntakeDay.span(Duration.ofMinutes(Math.max(0, last.minutes())));
  }
}
