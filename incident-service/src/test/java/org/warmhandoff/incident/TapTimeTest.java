package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TapTimeTest {

  private static final Instant YEARS_OFF = Instant.parse("2031-01-01T00:00:00Z");

  @Test
  void whatIsSentAtOnceWasTappedNow() {
    assertThat(TapTime.of(null, null, NOON)).isEqualTo(NOON);
  }

  @Test
  void howLongAPhoneKeptItCountsWhateverItsClockShows() {
    assertThat(TapTime.of(YEARS_OFF, YEARS_OFF.plusSeconds(90), NOON))
        .isEqualTo(NOON.minusSeconds(90));
    assertThat(TapTime.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(90), NOON))
        .isEqualTo(NOON.minusSeconds(90));
  }

  @Test
  void withoutTheSecondReadingThePhonesClockIsBelievedButNeverAhead() {
    assertThat(TapTime.of(NOON.minusSeconds(40), null, NOON)).isEqualTo(NOON.minusSeconds(40));
    assertThat(TapTime.of(YEARS_OFF, null, NOON)).isEqualTo(NOON);
  }

  @Test
  void aClockThatWasSetBackIsNotBelievedAboutSafety() {
    Instant tapped = TapTime.of(NOON, NOON.minusSeconds(1), NOON);
    assertThat(tapped).isBefore(NOON.minus(SceneMove.FRESH));
    assertThat(TapTime.isTooOld(tapped, NOON)).isFalse();
  }

  @Test
  void nothingCountsAfterAWeek() {
    Duration week = TapTime.KEPT;
    assertThat(TapTime.isTooOld(TapTime.of(NOON, NOON.plus(week), NOON), NOON)).isFalse();
    assertThat(TapTime.isTooOld(TapTime.of(NOON, NOON.plus(week).plusMillis(1), NOON), NOON))
        .isTrue();
    assertThat(TapTime.isTooOld(TapTime.of(Instant.MIN, Instant.MAX, NOON), NOON)).isTrue();
    assertThat(TapTime.isTooOld(TapTime.of(Instant.MIN, null, NOON), NOON)).isTrue();
  }
}
