package org.warmhandoff.eventing;

/**
 * The business side of a consumer. Called inside the inbox's transaction, once per fact; what it
 * throws rolls back everything it did.
 */
public interface Handler {

  /**
   * Name under which the inbox remembers what was taken; must never change, unique in a service.
   */
  String consumer();

  /** Takes one fact. Slow work (a call over the network) belongs elsewhere. */
  Handled handle(Fact<?> fact);

  /** The order this handler wants. */
  default Order order() {
    return Order.VERSIONED;
  }
}
