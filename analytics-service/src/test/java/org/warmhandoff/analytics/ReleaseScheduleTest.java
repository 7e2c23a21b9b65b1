package org.warmhandoff.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.analytics.Suppression.ReleaseStamp;

class ReleaseScheduleTest {

  private static final ReleaseSchedule AT_THREE =
      new ReleaseSchedule(LocalTime.of(3, 0), ZoneId.of("America/Toronto"));

  @ParameterizedTest
  @CsvSource({
    // The usual day.
    "2026-01-10T08:00:00Z, 2026-01-11T08:00:00Z",
    // Closed by hand in the afternoon: the next night would be too early.
    "2026-01-10T20:00:00Z, 2026-01-11T20:00:00Z",
    // The clock goes forward on 8 March: three o'clock comes an hour too early.
    "2026-03-07T08:00:00Z, 2026-03-08T08:00:00Z",
    // It goes back on 1 November: three o'clock comes an hour later.
    "2026-10-31T07:00:00Z, 2026-11-01T08:00:00Z",
  })
  void theNextIsAtTheSameTimeAndADayAwayAtLeast(Instant last, Instant next) {
    assertEquals(next, AT_THREE.after(new ReleaseStamp(1, last)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-10T07:59:59Z, 2026-01-10T08:00:00Z",
    "2026-01-10T08:00:00Z, 2026-01-11T08:00:00Z",
  })
  void theFirstComesTheNextTimeItIsThree(Instant since, Instant first) {
    assertEquals(first, AT_THREE.first(since));
  }
}
