package org.warmhandoff.incident.admitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessesTest {

  private static final String HERE = "203.0.113.7";
  private static final String THERE = "203.0.113.8";

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000L);
  private final Guesses guesses = new Guesses(nanos::get);

  @Test
  void whoGuessesIsNotLookedUpAnyMoreAndNobodyElseSuffersForIt() {
    for (int i = 0; i < Guesses.ALLOWED; i++) {
      assertThat(guesses.areTooMany(HERE)).isFalse();
      guesses.count(HERE);
    }
    assertThat(guesses.areTooMany(HERE)).isTrue();
    assertThat(guesses.areTooMany(THERE)).isFalse();
  }

  @Test
  void afterASecondOfQuietOneMayTryAgain() {
    for (int i = 0; i < 10 * Guesses.ALLOWED; i++) {
      guesses.count(HERE);
    }
    nanos.addAndGet(1_000_000_000L);
    assertThat(guesses.areTooMany(HERE)).isFalse();
  }

  @Test
  void whoAsksForWhatThereIsIsNotCounted() {
    for (int i = 0; i < 10 * Guesses.ALLOWED; i++) {
      assertThat(guesses.areTooMany("")).isFalse();
    }
  }
}
