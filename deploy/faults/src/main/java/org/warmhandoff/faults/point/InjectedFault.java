package org.warmhandoff.faults.point;

/** Stands for any programming error at a point. */
public final class InjectedFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InjectedFault(String point) {
    super("injected at " + point);
  }
}
