package org.warmhandoff.incident.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.warmhandoff.incident.Throttle;

/** Keeps a limit's bucket empty for as long as it is open, however slow the machine is. */
final class Emptied implements AutoCloseable {

  private final Thread drain;
  private volatile boolean closed;

  private Emptied(Throttle throttle, String limit) {
    List<String> limits = List.of(limit);
    Runnable empty =
        () -> {
          while (throttle.take(limits, 1).isEmpty()) {
            Thread.onSpinWait();
          }
        };
    empty.run();
    drain =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (!closed) {
                    empty.run();
                    LockSupport.parkNanos(500_000L);
                  }
                });
  }

  static Emptied of(Throttle throttle, String limit) {
    return new Emptied(throttle, limit);
  }

  /** The limit of a key and of all that it replaced. */
  static Emptied of(Throttle throttle, String policeService, JsonNode key) {
    String line = Keys.listed(policeService, key).path("line").asText();
    // Known to the throttle from its first use on.
    throttle.allow(Throttle.ofKey(line), 1);
    return new Emptied(throttle, Throttle.ofKey(line));
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    drain.join();
  }
}
