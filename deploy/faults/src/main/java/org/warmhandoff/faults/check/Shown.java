package org.warmhandoff.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.warmhandoff.faults.town.Town;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.stack.Services;

/** Where nothing waits, every service knows so and shows it: not "unknown", and not a number. */
final class Shown {

  /** Longer than a client takes to join its group again. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Town town;

  Shown(Town town) {
    this.town = town;
  }

  List<Violation> check() {
    List<Violation> found = new ArrayList<>();
    for (String service : Services.ROOTS) {
      long giveUp = System.nanoTime() + PATIENCE.toNanos();
      JsonNode lag = lag(service);
      while (!isZero(lag) && System.nanoTime() < giveUp) {
        Pause.REAL.waits(Duration.ofMillis(300));
        lag = lag(service);
      }
      if (!isZero(lag)) {
        found.add(
            new Violation(
                "lag", "nothing is left to read, and %s shows %s".formatted(service, lag)));
      }
    }
    return found;
  }

  private JsonNode lag(String service) {
    return town.door()
        .get(Caller.operator(), "/" + service + "/api/v1/operations")
        .json()
        .path("lag");
  }

  private static boolean isZero(JsonNode lag) {
    return !lag.isEmpty() && lag.valueStream().allMatch(one -> one.path("records").asLong(-1) == 0);
  }
}
