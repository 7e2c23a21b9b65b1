package org.warmhandoff.notification;

/** How a telephone was proven to be its owner's: a code, since a free text would name somebody. */
public enum Proof {
  /** Somebody called the number, and its owner answered. */
  CALLED_BACK,
  /** Its owner showed it to whoever says so. */
  SEEN_IN_PERSON,
  /** The employer issued it, and has it on record. */
  EMPLOYERS_RECORD,
  /** A code was sent there, and its owner entered it; nobody can say so for them. */
  CODE_ENTERED,
  /** They asked for it on the device itself, behind their own login; nobody can say so for them. */
  OWN_DEVICE
}
