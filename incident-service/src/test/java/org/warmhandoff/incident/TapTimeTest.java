package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TapTimeTest {

  private static final Instant YEARS_OFF = Instant.parse("2031-01-01T00:00:00Z");
  private static final Instant UNKNOWN = NOON.minus(TapTime.KEPT);

  @Test
  void whatIsSentAtOnceWasTappedNow() {
    assertThat(time(null, null, null).of(NOON)).isEqualTo(NOON);
    assertThat(time(null, null, null).ofSafe(NOON)).isEqualTo(NOON);
    assertThat(time(null, null, null).ofDoubt(NOON)).isEqualTo(NOON);
  }

  @Test
  void howLongAPhoneKeptItCountsWhateverItsClockShows() {
    for (Instant clock : new Instant[] {YEARS_OFF, Instant.EPOCH}) {
      assertThat(time(clock, clock.plusSeconds(90), null).of(NOON))
          .isEqualTo(NOON.minusSeconds(90));
      assertThat(time(clock, clock.plusSeconds(90), 90L).ofSafe(NOON))
          .isEqualTo(NOON.minusSeconds(90));
    }
  }

  @Test
  void withoutTheSecondReadingThePhonesClockIsBelievedButNeverAhead() {
    assertThat(time(NOON.minusSeconds(40), null, null).of(NOON)).isEqualTo(NOON.minusSeconds(40));
    assertThat(time(YEARS_OFF, null, null).of(NOON)).isEqualTo(NOON);
    assertThat(time(YEARS_OFF, null, null).ofSafe(NOON)).isEqualTo(NOON);
  }

  @Test
  void aClockThatWasSetBackWhileTheTapWasKeptMakesNoOldSafeFresh() {
    // Ten minutes fast, tapped fourteen minutes ago, and set right in between: four, by the clock.
    Instant tapped = NOON.minusSeconds(240);
    assertThat(time(tapped, NOON, 840L).ofSafe(NOON)).isEqualTo(UNKNOWN);
    assertThat(time(tapped, NOON, 840L).of(NOON)).isEqualTo(NOON.minusSeconds(840));
    // A phone that slept, whose counter stood still: the two disagree as well.
    assertThat(time(tapped, NOON, 0L).ofSafe(NOON)).isEqualTo(UNKNOWN);
    assertThat(time(tapped, NOON, 240L).ofSafe(NOON)).isEqualTo(tapped);
    assertThat(time(NOON.plusSeconds(60), NOON, 5L).ofSafe(NOON)).isEqualTo(UNKNOWN);
    assertThat(time(null, null, -1L).ofSafe(NOON)).isEqualTo(UNKNOWN);
  }

  @Test
  void withoutACounterTheStricterOfTheTwoReadingsCountsForSafe() {
    assertThat(time(NOON.minusSeconds(600), NOON.minusSeconds(500), null).ofSafe(NOON))
        .isEqualTo(NOON.minusSeconds(600));
    assertThat(time(YEARS_OFF, YEARS_OFF.plusSeconds(290), null).ofSafe(NOON))
        .isEqualTo(NOON.minusSeconds(290));
  }

  @Test
  void ofAnAgeNobodyKnowsAWordIsTheOldestASafeIsAskedAgainAndADoubtIsNow() {
    TapTime unknown = time(NOON, NOON.minusSeconds(1), null);
    assertThat(unknown.of(NOON)).isEqualTo(UNKNOWN);
    assertThat(TapTime.isTooOld(unknown.of(NOON), NOON)).isFalse();
    assertThat(unknown.ofSafe(NOON)).isBefore(NOON.minus(SceneMove.FRESH));
    assertThat(unknown.ofDoubt(NOON)).isEqualTo(NOON);
  }

  @Test
  void nothingCountsAfterAWeekButADoubt() {
    Duration week = TapTime.KEPT;
    assertThat(TapTime.isTooOld(time(NOON, NOON.plus(week), null).of(NOON), NOON)).isFalse();
    for (TapTime old :
        new TapTime[] {
          time(NOON, NOON.plus(week).plusMillis(1), null),
          time(Instant.MIN, Instant.MAX, null),
          time(Instant.MIN, null, null),
          time(null, null, Long.MAX_VALUE / 1000)
        }) {
      assertThat(TapTime.isTooOld(old.of(NOON), NOON)).isTrue();
      assertThat(TapTime.isTooOld(old.ofSafe(NOON), NOON)).isTrue();
      assertThat(old.ofDoubt(NOON)).isEqualTo(NOON);
    }
    assertThat(time(NOON.minusSeconds(90), NOON, null).ofDoubt(NOON))
        .isEqualTo(NOON.minusSeconds(90));
  }

  private static TapTime time(
      @Nullable Instant at, @Nullable Instant sentAt, @Nullable Long seconds) {
    return new TapTime(at, sentAt, seconds == null ? null : Duration.ofSeconds(seconds));
  }
}
