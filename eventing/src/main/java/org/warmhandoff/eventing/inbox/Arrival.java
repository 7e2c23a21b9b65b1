package org.warmhandoff.eventing.inbox;

import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.eventing.Head;

/** A record that has arrived, as far as it could be read. */
sealed interface Arrival {

  Letter letter();

  /**
   * A CloudEvent.
   *
   * @param event null where this release does not know the type
   */
  record Readable(Letter letter, Head head, @Nullable Event event) implements Arrival {}

  /**
   * No event of ours, however often it is tried.
   *
   * @param reason stable code
   */
  record Spoiled(Letter letter, String reason) implements Arrival {}
}
