package org.warmhandoff.faults.point;

/** Stands for any programming error at a point, or wraps what the database's driver threw. */
public final class InjectedFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InjectedFault(String point) {
    super("injected at " + point);
  }

  InjectedFault(String point, Throwable cause) {
    super("injected at " + point, cause);
  }
}
