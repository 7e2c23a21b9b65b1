package org.warmhandoff.eventing;

import java.util.UUID;

/** What a handler made of a fact. */
public sealed interface Handled {

  /** Its effect is in the transaction (or it needs none). */
  record Done() implements Handled {}

  /**
   * It refers to something this service has not heard of. The fact is kept, and handed over again
   * after any consumer of this service has handled a fact whose subject is this one.
   */
  record WaitsFor(UUID subject) implements Handled {}

  /** {@link Done}. */
  static Handled done() {
    return new Done();
  }

  /** {@link WaitsFor}. */
  static Handled waitsFor(UUID subject) {
    return new WaitsFor(subject);
  }
}
