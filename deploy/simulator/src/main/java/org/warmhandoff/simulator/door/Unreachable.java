package org.warmhandoff.simulator.door;

/** A door did not answer, or not in time, or not to this caller; the message says which and why. */
public final class Unreachable extends RuntimeException {

  /** With what a person can do about it. */
  public Unreachable(String message) {
    super(message);
  }

  Unreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
