package org.warmhandoff.notification;

/** How a worker stands to help of a program that waits for somebody. */
public sealed interface Standing {

  /** Not on duty for its program now, or not reachable. */
  record Stranger() implements Standing {}

  /** On duty, and a party to it, or of the other side: nothing of it is theirs to know. */
  record KeptOut() implements Standing {}

  /**
   * On duty for it.
   *
   * @param free whether they could take it now
   * @param reason why not, or that they can
   */
  record OnDuty(boolean free, Reason reason) implements Standing {}
}
