package org.warmhandoff.analytics;

/** One figure of a measure, as it is printed. */
sealed interface Figure {

  /** Stable code, unique in its measure. */
  String code();

  /** A share in per cent, with what it is a share of. */
  record Share(String code, Quantity numerator, Quantity denominator) implements Figure {}

  /** A plain count. */
  record Count(String code, Quantity quantity) implements Figure {}

  /** Median and 90th percentile of the durations of a stage, in seconds. */
  record Timing(String code, String stage) implements Figure {}
}
