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
  record Readable(Letter letter, Head head, @Nullable Event event) implements Arrival {

    /** Whether an operator has dropped it: it makes its version, and nothing else. */
    boolean isDropped() {
      return head.type().equals(Letter.DROPPED);
    }
  }

  /**
   * No event of ours, however often it is tried.
   *
   * @param head null where not even that can be read
   * @param reason stable code
   */
  record Spoiled(Letter letter, @Nullable Head head, String reason) implements Arrival {}

  /** What is known of it without its body. */
  static @Nullable Head headOf(Arrival arrival) {
    return switch (arrival) {
      case Readable readable -> readable.head();
      case Spoiled spoiled -> spoiled.head();
    };
  }
}
