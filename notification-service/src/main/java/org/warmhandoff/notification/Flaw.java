package org.warmhandoff.notification;

import org.warmhandoff.console.problem.Problem;

/**
 * What is wrong with a program or a rota entry that was sent: where (a JSON pointer, RFC 6901) and
 * what was expected there.
 */
public final class Flaw extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final String pointer;
  private final String expected;

  public Flaw(String pointer, String expected) {
    super(pointer + ": " + expected, null, false, false);
    this.pointer = pointer;
    this.expected = expected;
  }

  /** As whoever sent it is told. */
  public Problem problem() {
    return Problem.wrong("wrong-configuration", "This cannot be put into force as it is.")
        .at(pointer)
        .expected(expected);
  }

  public String pointer() {
    return pointer;
  }

  public String expected() {
    return expected;
  }
}
