package org.warmhandoff.contracts;

/** How a fact came to be told; routing, delivery and referrals act on {@link #LIVE} alone. */
public enum Mode {
  /** Happening now. */
  LIVE,
  /** Imported later: facts for the figures, pages nobody. */
  HISTORY,
  /** A drill or a conformance check: never reaches a real channel. */
  TEST
}
