package org.warmhandoff.local.launcher;

/** Something the person at the keyboard can understand and mend; shown without a stack trace. */
final class Trouble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Trouble(String message) {
    super(message);
  }

  Trouble(String message, Throwable cause) {
    super(message, cause);
  }
}
