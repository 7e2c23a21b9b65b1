package org.warmhandoff.eventing.end;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private final Silence silence = new Silence(LIMIT);

  @Test
  void two_glances_in_a_row_make_it_stuck() {
    assertFalse(silence.isTooLong(LIMIT.plusMillis(1)));
    assertTrue(silence.isTooLong(LIMIT.plusSeconds(5)));
  }

  @Test
  void a_process_that_was_stopped_and_goes_on_is_not() {
    assertFalse(silence.isTooLong(Duration.ofHours(8)));
    assertFalse(silence.isTooLong(Duration.ofMillis(3)));
    assertFalse(silence.isTooLong(Duration.ofHours(8)));
  }

  @Test
  void the_limit_itself_is_not_too_long() {
    assertFalse(silence.isTooLong(LIMIT));
    assertFalse(silence.isTooLong(LIMIT));
  }
}
