package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.warmhandoff.incident.KeyState.Word;

class KeyStateTest {

  private static final Instant NOON = Samples.NOON;
  private static final Duration DAY = Duration.ofHours(24);

  @Test
  void aReplacedKeyOpensForExactlyADay() {
    KeyState.InGrace grace = new KeyState.Active().replaced(NOON);
    assertThat(grace.until()).isEqualTo(NOON.plus(DAY));
    assertThat(grace.opens(NOON)).isTrue();
    assertThat(grace.opens(NOON.plus(DAY).minusNanos(1))).isTrue();
    assertThat(grace.opens(NOON.plus(DAY))).isFalse();
    assertThat(grace.word(NOON.plus(DAY).minusNanos(1))).isEqualTo(Word.IN_GRACE);
    assertThat(grace.word(NOON.plus(DAY))).isEqualTo(Word.ENDED);
  }

  @Test
  void aDayIsTwentyFourHoursAlsoWhenTheClocksChange() {
    // 8 March 2026, 02:00 in Toronto, does not exist.
    Instant before = Instant.parse("2026-03-07T20:00:00Z");
    assertThat(new KeyState.Active().replaced(before).until())
        .isEqualTo(Instant.parse("2026-03-08T20:00:00Z"));
  }

  @Test
  void aRevokedKeyNeverOpens() {
    KeyState revoked = new KeyState.Active().replaced(NOON).revoked(NOON.plusSeconds(1));
    assertThat(revoked.opens(NOON)).isFalse();
    assertThat(revoked.opens(NOON.plusSeconds(1))).isFalse();
    assertThat(revoked.word(NOON)).isEqualTo(Word.REVOKED);
    assertThat(new KeyState.Active().revoked(NOON).opens(NOON)).isFalse();
  }

  @Test
  void anActiveKeyOpens() {
    assertThat(new KeyState.Active().opens(NOON)).isTrue();
    assertThat(new KeyState.Active().word(NOON)).isEqualTo(Word.ACTIVE);
  }
}
