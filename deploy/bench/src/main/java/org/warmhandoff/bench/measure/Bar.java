package org.warmhandoff.bench.measure;

import java.util.Locale;

/**
 * One goal and what was measured against it.
 *
 * @param atLeast whether more is better
 */
public record Bar(String name, double measured, double goal, boolean atLeast) {

  /** The goal is a floor. */
  public static Bar atLeast(String name, double measured, double goal) {
    return new Bar(name, measured, goal, true);
  }

  /** The goal is a ceiling. */
  public static Bar atMost(String name, double measured, double goal) {
    return new Bar(name, measured, goal, false);
  }

  /** What could not be measured does not reach its goal. */
  public boolean reached() {
    return atLeast ? measured >= goal : measured <= goal;
  }

  /** {@code BAR <name> <measured> <goal> ok|short}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "BAR %s %s %s%s %s",
        name,
        number(measured),
        atLeast ? ">=" : "<=",
        number(goal),
        reached() ? "ok" : "short");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
