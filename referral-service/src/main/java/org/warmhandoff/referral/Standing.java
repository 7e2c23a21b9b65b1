package org.warmhandoff.referral;

/** What a statement in the consent ledger comes to now. */
public enum Standing {
  GIVEN,
  /** Where staff say so, an observation: it stops the referral and nothing else. */
  REFUSED,
  /** Taken back; counts from the commit that said so. */
  WITHDRAWN,
  /** Given once; its time ran out before another statement was taken. */
  LAPSED
}
