package org.warmhandoff.notification.delivering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice made ready.
 *
 * @param id the idempotency key, the same at every attempt
 * @param at wall-clock instant of this attempt
 * @param notice page, stop, taken, told, alert or code
 * @param kind of channel
 * @param to its address
 */
record Outgoing(UUID id, Instant at, String notice, String kind, String to, Words words) {

  /**
   * What it says: no names, no place, nothing of what happened.
   *
   * @param language BCP 47
   * @param title of a letter
   * @param written with a link
   * @param said aloud, without one
   * @param link the link by itself; null where there is none
   */
  record Words(String language, String title, String written, String said, @Nullable String link) {}

  /** Without the address: this may end up in a log. */
  @Override
  public String toString() {
    return "Outgoing[" + id + "]";
  }
}
