package org.warmhandoff.incident.intake.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
    assertThat(day.gap()).isEqualTo(160);
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
                                tally.count("windsor", Kind.TAKEN, "created", "", null);
                              }
                            }))
            .toList();
    for (int i = 0; i < 50; i++) {
      written.addAll(tally.drain());
    }
    for (Thread thread : threads) {
      thread.join();
    }
    tally.putBack(tally.drain());
    written.addAll(tally.drain());
    assertThat(written.stream().mapToLong(entry -> entry.count().times()).sum()).isEqualTo(40_000);
    assertThat(tally.drain()).isEmpty();
  }

  @Test
  void theLatestIncidentIsTheExample() {
    UUID first = new UUID(0, 1);
    UUID second = new UUID(0, 2);
    var early = new IntakeTally.Count(1, NOW, first);
    var late = new IntakeTally.Count(2, NOW.plusSeconds(1), second);
    var unknown = new IntakeTally.Count(4, NOW.plusSeconds(2), null);
    assertThat(early.plus(late)).isEqualTo(new IntakeTally.Count(3, NOW.plusSeconds(1), second));
    assertThat(late.plus(early)).isEqualTo(new IntakeTally.Count(3, NOW.plusSeconds(1), second));
    assertThat(late.plus(unknown).incident()).isEqualTo(second);
  }

  @Test
  void aFloodOfDifferentPlacesIsCountedWithoutThem() {
    IntakeTally tally = new IntakeTally(InstantSource.fixed(NOW));
    for (int i = 0; i < 100_000; i++) {
      tally.count("windsor", Kind.REFUSED, "missing", "/x" + i, null);
    }
    List<IntakeTally.Entry> entries = tally.drain();
    assertThat(entries).hasSizeLessThan(2_010);
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

  private static IntakeLog.Minute minute(String clock, long taken, long refused) {
    Instant minute = Instant.parse("2026-03-07T" + clock + ":00Z");
    return new IntakeLog.Minute(minute, taken, refused, minute.plus(Duration.ofSeconds(0)));
  }
}
