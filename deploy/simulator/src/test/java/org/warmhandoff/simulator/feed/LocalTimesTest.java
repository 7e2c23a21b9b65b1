package org.warmhandoff.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalTimesTest {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

  @Test
  void a_reading_in_the_spring_gap_moves_forward_by_the_gap() {
    assertThat(LocalTimes.instant(LocalDateTime.parse("2026-03-08T02:30:00"), TORONTO))
        .isEqualTo(LocalTimes.instant(LocalDateTime.parse("2026-03-08T03:30:00"), TORONTO))
        .isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
  }

  @Test
  void a_reading_in_the_autumn_overlap_is_the_first_of_the_two() {
    assertThat(LocalTimes.instant(LocalDateTime.parse("2026-11-01T01:30:00"), TORONTO))
        .isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
  }

  @Test
  void a_feed_is_moved_to_the_latest_week_that_is_not_in_the_future() {
    LocalDateTime monday = LocalDateTime.parse("2018-01-08T09:00:00");
    Instant sameMinute = Instant.parse("2026-11-16T14:00:00Z");

    long weeks = LocalTimes.weeksToPresent(monday, TORONTO, sameMinute);

    assertThat(LocalTimes.instant(monday.plusWeeks(weeks), TORONTO)).isEqualTo(sameMinute);
    assertThat(LocalTimes.weeksToPresent(monday, TORONTO, sameMinute.minusSeconds(1)))
        .isEqualTo(weeks - 1);
    assertThat(LocalTimes.weeksToPresent(monday, TORONTO, sameMinute.plusSeconds(1)))
        .isEqualTo(weeks);
  }

  @Test
  void weekday_and_hour_stay_across_a_change_of_the_clocks() {
    LocalDateTime saturdayNight = LocalDateTime.parse("2018-07-07T22:15:00");
    Instant now = Instant.parse("2026-12-20T00:00:00Z");

    LocalDateTime moved =
        saturdayNight.plusWeeks(LocalTimes.weeksToPresent(saturdayNight, TORONTO, now));

    assertThat(moved.getDayOfWeek()).isEqualTo(saturdayNight.getDayOfWeek());
    assertThat(LocalTimes.instant(moved, TORONTO).atZone(TORONTO).toLocalTime())
        .isEqualTo(saturdayNight.toLocalTime());
  }

  @Test
  void a_feed_from_the_future_is_moved_back() {
    LocalDateTime later = LocalDateTime.parse("2027-01-04T00:00:00");
    assertThat(LocalTimes.weeksToPresent(later, TORONTO, Instant.parse("2026-11-20T12:00:00Z")))
        .isNegative();
  }
}
