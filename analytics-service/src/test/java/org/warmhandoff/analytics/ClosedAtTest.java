package org.warmhandoff.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedAtTest {

  @ParameterizedTest
  @CsvSource({
    "en, America/Toronto, 'March 8, 2026, 23:00 EDT'",
    "fr, Europe/Paris, '9 mars 2026, 04:00 CET'",
    "en, UTC, 'March 9, 2026, 03:00 UTC'",
  })
  void isReadInTheZoneOfTheRelease(String language, String zone, String text) {
    assertEquals(
        text,
        ClosedAt.text(Instant.parse("2026-03-09T03:00:00Z"), ZoneId.of(zone), Locale.of(language)));
  }
}
