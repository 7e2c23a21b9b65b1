package org.warmhandoff.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.faults.weave.WovenPrograms;

/** Twenty short schedules in every build, every one that ever failed among them. */
class SchedulesTest {

  /** The first of those that fill it up. */
  private static final long FIRST = 106;

  private static final int COUNT = 20;
  private static final Path ROOT =
      Path.of(System.getProperty("handoff.root", "../..")).toAbsolutePath().normalize();

  @Test
  void nothing_is_lost_or_doubled() throws IOException {
    Path home = Path.of("target", "schedules").toAbsolutePath();
    Path programs = home.resolve("programs");
    WovenPrograms.make(ROOT, programs, List.of());
    Report report = new Report();

    List<Long> failed = onceFailed();
    new Series(programs, home, report, Logbook.none())
        .run(
            LongStream.concat(
                    failed.stream().mapToLong(Long::longValue),
                    LongStream.iterate(FIRST, s -> s + 1))
                .distinct()
                .limit(Math.max(COUNT, failed.size())));

    assertThat(report.failed()).as(report.text()).isZero();
  }

  private static List<Long> onceFailed() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    SchedulesTest.class.getResourceAsStream("/seeds-that-failed.txt")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Long.valueOf(line.strip().split("\\s", 2)[0]))
          .toList();
    }
  }
}
