package org.warmhandoff.analytics;

import java.util.List;

/** One figure of a measure, as it is printed. */
sealed interface Figure {

  /** Stable code, unique in its measure. */
  String code();

  /** The numbers its reader is told; of a duration, how many there were, as if she were. */
  List<Quantity> told();

  /** A share in per cent, with what it is a share of. */
  record Share(String code, Quantity numerator, Quantity denominator) implements Figure {
    @Override
    public List<Quantity> told() {
      return List.of(numerator, denominator);
    }
  }

  /** A plain count. */
  record Count(String code, Quantity quantity) implements Figure {
    @Override
    public List<Quantity> told() {
      return List.of(quantity);
    }
  }

  /** Median and 90th percentile of the durations of a stage, in seconds. */
  record Timing(String code, String stage) implements Figure {
    @Override
    public List<Quantity> told() {
      return List.of(Quantity.of(stage));
    }
  }
}
