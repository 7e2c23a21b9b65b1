package org.warmhandoff.faults.point;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the harness orders of this program. A class by itself: {@link FailPoint} waits for its first
 * orders while it is being made ready for use, and whoever reads them must not wait for that.
 */
final class Orders implements Runnable {

  static final Map<String, Armed> ARMED = new ConcurrentHashMap<>();

  private final BufferedReader in;
  private final CountDownLatch told;

  /**
   * Orders that come in here.
   *
   * @param told is let go when those that stood at the beginning have all come
   */
  Orders(BufferedReader in, CountDownLatch told) {
    this.in = in;
    this.told = told;
  }

  /** A fault at a point: what happens, at which of the next passes, and how long a pause is. */
  record Armed(FailPoint.Action action, AtomicInteger left, long millis) {}

  @Override
  public void run() {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
          case "arm" ->
              ARMED.put(
                  words[1],
                  new Armed(
                      FailPoint.Action.valueOf(words[2]),
                      new AtomicInteger(Integer.parseInt(words[3])),
                      Long.parseLong(words[4])));
          case "disarm" -> ARMED.clear();
          default -> told.countDown();
        }
      }
    } catch (IOException e) {
      ARMED.clear();
    }
  }
}
