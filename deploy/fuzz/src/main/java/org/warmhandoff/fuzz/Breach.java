package org.warmhandoff.fuzz;

/** A reader did what none may do. An error, so that no reader's own handling takes it for less. */
public final class Breach extends AssertionError {

  private static final long serialVersionUID = 1L;

  Breach(String what) {
    super(what);
  }
}
