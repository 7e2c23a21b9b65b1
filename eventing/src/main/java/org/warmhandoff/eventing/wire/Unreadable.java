package org.warmhandoff.eventing.wire;

/** A record that is no event of ours. The reason is a code; the content is never in it. */
public final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  public Unreadable(String reason) {
    super(reason);
  }

  public Unreadable(String reason, Throwable cause) {
    super(reason + ":" + cause.getClass().getSimpleName());
  }

  /** Stable code. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
