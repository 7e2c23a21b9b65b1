package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Months of a city against the pure core. A seed that ever failed is kept in {@link #KEPT}. */
@TestInstance(Lifecycle.PER_CLASS)
class MonthTest {

  private static final List<Long> KEPT = List.of(231L, 661L, 792L);
  private static final Path SO_FAR = Path.of("target", "months-so-far.txt");
  private static final long SEEDS = Long.getLong("handoff.months", 100);

  private Month.Tally all = new Month.Tally(0, 0, 0, 0, 0, 0);
  private int months;
  private int broken;

  static Stream<Long> seeds() {
    return Stream.concat(KEPT.stream(), LongStream.rangeClosed(1, SEEDS).boxed());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingThatMustNeverHappenHappens(long seed) throws IOException {
    months++;
    broken++;
    all = all.plus(new Month(seed).run());
    broken--;
    if (months % 20 == 0) {
      // whoever waits for a thousand of them sees that they go on
      Files.writeString(SO_FAR, months + " of " + (SEEDS + KEPT.size()));
    }
  }

  @Test
  void theSameSeedTellsTheSame() {
    Month one = new Month(4);
    Month other = new Month(4);
    one.run();
    other.run();
    assertEquals(one.told(), other.told());
  }

  @AfterAll
  void report() throws IOException {
    String text =
        """
        months                 %d (seeds 1 to %d, and %d that once failed)
        live incidents         %d
        pages                  %d
        accepted               %d
        without an answer      %d
        supervisors told       %d
        called off             %d
        what must never happen %d
        """
            .formatted(
                months,
                SEEDS,
                KEPT.size(),
                all.incidents(),
                all.pages(),
                all.accepted(),
                all.unanswered(),
                all.supervisors(),
                all.calledOff(),
                broken);
    Files.writeString(Path.of("target", "months.txt"), text);
    System.out.print(text);
  }
}
