package org.warmhandoff.notification.delivering;

import java.util.UUID;

/**
 * A notice made ready.
 *
 * @param id the idempotency key, the same at every attempt
 * @param kind of channel
 * @param to its address
 */
record Outgoing(UUID id, String kind, String to, Words words) {

  /**
   * What it says: no names, no place, nothing of what happened.
   *
   * @param language BCP 47
   * @param title of a letter
   * @param written with a link
   * @param said aloud, without one
   */
  record Words(String language, String title, String written, String said) {}

  /** Without the address: this may end up in a log. */
  @Override
  public String toString() {
    return "Outgoing[" + id + "]";
  }
}
