package org.warmhandoff.console.problem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An exception without its messages: a driver or a parser quotes the content it failed on, and a
 * log must never hold a name.
 */
public final class Shape {

  private static final int DEEPEST_CAUSE = 8;
  private static final int FRAMES = 24;

  private Shape() {}

  /** Classes and places, of the fault and its causes; over several lines. */
  public static String of(@Nullable Throwable fault) {
    StringBuilder shape = new StringBuilder();
    Throwable cause = fault;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
      shape.append(depth == 0 ? "" : "\ncaused by ").append(cause.getClass().getName());
      Arrays.stream(cause.getStackTrace())
          .limit(FRAMES)
          .forEach(frame -> shape.append("\n  at ").append(frame));
    }
    return shape.toString();
  }
}
