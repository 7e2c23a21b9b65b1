package org.warmhandoff.simulator.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Finds ports for a stack of one's own. */
public final class FreePorts {

  private FreePorts() {}

  /** A base of which all ports of a stack are free now. */
  public static int base() {
    SplittableRandom random = new SplittableRandom();
    return IntStream.generate(() -> random.nextInt(12_000, 32_000))
        .filter(
            base ->
                IntStream.of(0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 352)
                    .allMatch(above -> isFree(base + above)))
        .findFirst()
        .orElseThrow();
  }

  /** Whether nobody listens there now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
