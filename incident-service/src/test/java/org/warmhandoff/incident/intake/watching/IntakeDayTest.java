package org.warmhandoff.incident.intake.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.incident.intake.watching.IntakeTally.Kind;

/** Counts, names and hours, as plain functions. */
class IntakeDayTest {

  private static final Instant NOW = Instant.parse("2026-03-07T12:34:00Z");

  @Test
  void aDayIsTwentyFourHoursAndTheBusiestFillsItsBar() {
    IntakeDay day =
        IntakeDay.of(
            "windsor",
            "America/Toronto",
            List.of(minute("09:10", 8, 0), minute("09:50", 2, 0), minute("12:30", 1, 4)),
            List.of(),
            NOW);
    assertThat(day.hours()).hasSize(24);
    assertThat(day.hours().getLast()).isEqualTo(new IntakeDay.Hour("07:00", 1, 4, 10, 40));
    assertThat(day.hours().get(20)).isEqualTo(new IntakeDay.Hour("04:00", 10, 0, 100, 0));
    assertThat(day.hours().getFirst().silent()).isTrue();
    assertThat(day.gap()).isEqualTo(Duration.ofMinutes(20 * 60 + 10));
    assertThat(day.gapSpan()).isEqualTo("20 h 10 min");
    assertThat(day.lastSpan()).isEqualTo("4 min");
    assertThat(day.since().clock()).isEqualTo("2026-03-06 08:00");
    assertThat(day.refused()).isTrue();
    assertThat(Objects.requireNonNull(day.last()).minutes()).isEqualTo(4);
    assertThat(day.silent()).isFalse();
  }

  @Test
  void aDayWithoutPostsIsSilent() {
    IntakeDay day = IntakeDay.of("windsor", "Europe/London", List.of(), List.of(), NOW);
    assertThat(day.silent()).isTrue();
    assertThat(day.hours()).allMatch(IntakeDay.Hour::silent);
  }

  @Test
  void whatIsCountedTogetherIsOneRowAndNothingIsLost() throws InterruptedException {
    IntakeTally tally = new IntakeTally(InstantSource.fixed(NOW));
    List<IntakeTally.Entry> written = new ArrayList<>();
    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              for (int n = 0; n < 5_000; n++) {
                                tally.count("windsor", Kind.TAKEN, "created", "");
                              }
                            }))
            .toList();
    for (int i = 0; i < 50; i++) {
      written.addAll(tally.drain(true));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    tally.putBack(tally.drain(true));
    written.addAll(tally.drain(true));
    assertThat(written.stream().mapToLong(entry -> entry.count().times()).sum()).isEqualTo(40_000);
    assertThat(tally.drain(true)).isEmpty();
  }

  @Test
  void theSilenceBeforeTheFirstAndAfterTheLastPostCounts() {
    IntakeDay back = day(List.of(minute("12:33", 1, 0)));
    assertThat(back.gap()).isEqualTo(Duration.ofMinutes(23 * 60 + 33));
    List<IntakeLog.Minute> early =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    new IntakeLog.Minute(
                        IntakeDay.begin(NOW).plusSeconds(60L * i), 1, 0, IntakeDay.begin(NOW)))
            .toList();
    assertThat(day(early).gap()).isEqualTo(Duration.ofMinutes(22 * 60 + 35));
  }

  @Test
  void anHourThatComesTwiceIsToldWithItsOffset() {
    Instant autumn = Instant.parse("2026-11-01T12:00:00Z");
    List<String> hours =
        IntakeDay.of("windsor", "America/Toronto", List.of(), List.of(), autumn).hours().stream()
            .map(IntakeDay.Hour::from)
            .toList();
    assertThat(hours).hasSize(24).doesNotHaveDuplicates();
    assertThat(hours).contains("01:00 (UTC-04:00)", "01:00 (UTC-05:00)");
    Instant spring = Instant.parse("2026-03-08T12:00:00Z");
    assertThat(
            IntakeDay.of("windsor", "America/Toronto", List.of(), List.of(), spring)
                .hours()
                .stream()
                .map(IntakeDay.Hour::from))
        .contains("01:00", "03:00")
        .doesNotContain("02:00");
  }

  @Test
  void whatIsNotUsedWaitsForItsHour() {
    IntakeTally tally = new IntakeTally(InstantSource.fixed(NOW));
    tally.count("windsor", Kind.UNUSED, "no-use", "/unit");
    tally.count("windsor", Kind.TAKEN, "created", "");
    assertThat(tally.drain(false)).extracting(one -> one.counted().kind()).containsOnly(Kind.TAKEN);
    assertThat(tally.drain(true))
        .extracting(one -> one.counted().minute())
        .containsExactly(Instant.parse("2026-03-07T12:00:00Z"));
  }

  @Test
  void aFloodOfDifferentPlacesIsCountedWithoutThem() {
    IntakeTally tally = new IntakeTally(InstantSource.fixed(NOW));
    for (int i = 0; i < 100_000; i++) {
      tally.count("windsor", Kind.REFUSED, "missing", "/x" + i);
    }
    List<IntakeTally.Entry> entries = tally.drain(true);
    assertThat(entries).hasSizeLessThan(IntakeTally.MANY + 10);
    assertThat(entries.stream().mapToLong(entry -> entry.count().times()).sum()).isEqualTo(100_000);
  }

  @Test
  void aNameIsToldOnceItCameWithTenIncidents() {
    FieldNames names = new FieldNames();
    for (int again = 0; again < 100; again++) {
      assertThat(names.told("windsor", "/smith", "W-1")).isEqualTo("/?");
    }
    for (int i = 2; i < FieldNames.INCIDENTS; i++) {
      assertThat(names.told("windsor", "/smith", "W-" + i)).isEqualTo("/?");
    }
    assertThat(names.told("windsor", "/smith", "W-99")).isEqualTo("/smith");
    assertThat(names.told("cleveland", "/smith", "W-99")).isEqualTo("/?");
  }

  @Test
  void aNameThatComesNowAndThenMayBeAnOfficers() {
    FieldNames names = new FieldNames();
    for (int i = 0; i < 300; i++) {
      names.look("windsor");
      String unit = names.told("windsor", "/unit", "W-" + i);
      assertThat(unit).isEqualTo(i < FieldNames.INCIDENTS - 1 ? "/?" : "/unit");
      if (i % 10 == 0) {
        assertThat(names.told("windsor", "/smith", "W-" + i)).isEqualTo("/?");
      }
    }
    for (int i = 0; i < 20_000; i++) {
      names.told("cleveland", "/made-up" + i, "C-" + i);
    }
    assertThat(names.told("windsor", "/unit", "W-1")).isEqualTo("/unit");
  }

  private static IntakeDay day(List<IntakeLog.Minute> minutes) {
    return IntakeDay.of("windsor", "America/Toronto", minutes, List.of(), NOW);
  }

  private static IntakeLog.Minute minute(String clock, long taken, long refused) {
    Instant minute = Instant.parse("2026-03-07T" + clock + ":00Z");
    return new IntakeLog.Minute(minute, taken, refused, minute.plus(Duration.ofSeconds(0)));
  }
}
