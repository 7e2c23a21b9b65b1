package org.warmhandoff.fuzz;

import java.nio.charset.StandardCharsets;

/** A target with a fault behind a word that nobody guesses; what is instrumented finds it. */
public final class Planted {

  private Planted() {}

  public static void fuzzerInitialize(String[] arguments) {
    // Called with the target's code.
  }

  public static void fuzzerTestOneInput(byte[] input) {
    if (new String(input, StandardCharsets.UTF_8).contains("incidentComponent")) {
      throw new NumberFormatException("planted");
    }
  }
}
