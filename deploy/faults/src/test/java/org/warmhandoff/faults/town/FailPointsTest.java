package org.warmhandoff.faults.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.warmhandoff.faults.plan.Fault;
import org.warmhandoff.faults.point.FailPoint;
import org.warmhandoff.faults.weave.Point;

class FailPointsTest {

  private static final String PROGRAM = "incident-service";
  private static final Fault.AtPoint STRUCK =
      new Fault.AtPoint(Point.RELAY_LED, PROGRAM, FailPoint.Action.HALT, 1, Duration.ofMillis(100));

  /** A program whose first step is a point. */
  static final class Passerby {
    public static void main(String[] args) {
      FailPoint.reach(Point.RELAY_LED.code(), false);
    }
  }

  @Test
  void ordersReachAProgramBeforeTheFirstPointItPasses() throws Exception {
    try (FailPoints points = FailPoints.open()) {
      points.arm(STRUCK);

      assertThat(run(points.port())).isEqualTo(137);
      points.awaitStarts(Duration.ofSeconds(20));

      assertThat(points.takeFired()).containsExactly(STRUCK);
      assertThat(run(points.port())).isZero();
    }
  }

  @Test
  void whoWaitsForAStartStaysUntilItIsStruck() throws Exception {
    try (FailPoints points = FailPoints.open()) {
      points.arm(STRUCK);
      Process program = start(points.port());

      points.awaitStarts(Duration.ofSeconds(60));

      assertThat(points.takeFired()).containsExactly(STRUCK);
      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aProgramWithoutAHarnessPassesEveryPoint() throws Exception {
    assertThat(run(0)).isZero();
  }

  private static int run(int port) throws Exception {
    Process program = start(port);
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return program.exitValue();
  }

  private static Process start(int port) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-D" + FailPoint.PROGRAM + "=" + PROGRAM,
            port == 0 ? "-Dunwatched" : "-D" + FailPoint.PORT + "=" + port,
            "-cp",
            System.getProperty("java.class.path"),
            Passerby.class.getName())
        .inheritIO()
        .start();
  }
}
