package org.warmhandoff.contracts;

/** A yes-or-no fact that may not be known yet; "unknown" is never read as "no". */
public enum Known {
  YES,
  NO,
  UNKNOWN
}
