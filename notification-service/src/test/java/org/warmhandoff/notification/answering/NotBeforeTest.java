package org.warmhandoff.notification.answering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.console.problem.Problem;

/** A time of day becomes the next instant at which the program's clocks show it. */
class NotBeforeTest {

  @ParameterizedTest
  @CsvSource({
    // this evening; tomorrow, since it is past; on the minute: tomorrow
    "20:00, 2026-11-20T21:00:00Z, 2026-11-21T01:00:00Z",
    "15:30, 2026-11-20T21:00:00Z, 2026-11-21T20:30:00Z",
    "16:00, 2026-11-20T21:00:00Z, 2026-11-21T21:00:00Z",
    // the hour the spring change skips is the one after it
    "02:30, 2026-03-08T04:00:00Z, 2026-03-08T07:30:00Z",
    // of the hour the autumn change repeats, the first
    "01:30, 2026-11-01T04:00:00Z, 2026-11-01T05:30:00Z",
    // on the day of 25 hours: a day ahead at most
    "20:00, 2026-11-01T00:00:00Z, 2026-11-02T00:00:00Z"
  })
  void isTheNextSuchTime(String written, Instant now, Instant then) {
    assertEquals(then, NotBefore.read(written, "America/Toronto", now));
  }

  @Test
  void isNothingOrATime() {
    Instant now = Instant.parse("2026-11-20T21:00:00Z");
    assertNull(NotBefore.read(null, "America/Toronto", now));
    assertNull(NotBefore.read(" ", "America/Toronto", now));
    assertThrows(Problem.class, () -> NotBefore.read("soon", "America/Toronto", now));
  }
}
