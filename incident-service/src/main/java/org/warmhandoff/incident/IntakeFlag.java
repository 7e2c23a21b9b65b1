package org.warmhandoff.incident;

/** What was odd about a report that was taken, or why it was not; told to the integrator. */
public enum IntakeFlag {
  /** Same position as the last report, other content: applied in the order of arrival. */
  SAME_TIME_OTHER_CONTENT,
  /** The source's clock is ahead: its time counted as the time of receipt. */
  TIME_AHEAD,
  /** Something newer is known. */
  IGNORED_OLDER,
  /**
   * Somebody is victim and alleged offender at once: the offender side waits for a human. That they
   * were the other way round in another incident is not the source's to learn here.
   */
  DUAL_ROLE,
  /** A party is a member of staff: they and their unit are kept out. */
  STAFF_PARTY,
  /** A code this installation does not know: told as other or left out, its own word sealed. */
  UNKNOWN_CODE,
  /** It is said to belong with itself: that part says nothing. */
  OWN_NUMBER,
  /** Merged or split round in a circle: what would close the circle is not applied. */
  IN_A_CIRCLE,
  /** A drill is said to belong with a real incident: never applied. */
  DRILL_AND_REAL;

  /** The code as it goes over the wire. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
