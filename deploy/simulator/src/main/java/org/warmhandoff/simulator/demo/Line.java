package org.warmhandoff.simulator.demo;

import org.warmhandoff.simulator.demo.Released.Shown;

/**
 * One line of the table at the demo's end.
 *
 * @param own what the play counted
 * @param shown what the analytics service answers
 * @param isCompared whether the two must agree
 */
record Line(String what, long own, Shown shown, boolean isCompared) {

  /** A figure of the play that the service has no measure for. */
  static Line alone(String what, long own) {
    return new Line(what, own, new Shown.None(), false);
  }

  static Line compared(String what, long own, Shown shown) {
    return new Line(what, own, shown, true);
  }

  /** Whether it may be hidden, and others with it so that it cannot be worked out from them. */
  boolean isSmall(long threshold) {
    return isCompared && own > 0 && own < threshold;
  }

  /** Whether something small is left of this figure without that one. */
  boolean leaves(Line part, long threshold) {
    long rest = own - part.own();
    return rest > 0 && rest < threshold;
  }

  /** A figure that is missing, or hidden for no small one's sake, is a difference too. */
  boolean differs(boolean smallOnes) {
    return isCompared
        && switch (shown) {
          case Shown.Count(long value) -> value != own;
          case Shown.Hidden() -> own > 0 && !smallOnes;
          case Shown.None() -> own > 0;
        };
  }

  String analytics() {
    return switch (shown) {
      case Shown.Count(long value) -> Long.toString(value);
      case Shown.Hidden() -> "hidden";
      case Shown.None() -> "–";
    };
  }
}
