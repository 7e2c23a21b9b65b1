package org.warmhandoff.notification.delivering;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an attempt. */
sealed interface Outcome {

  /**
   * The gateway took it.
   *
   * @param gatewayId what it calls the message, where it said so
   */
  record Sent(@Nullable String gatewayId) implements Outcome {}

  /** It may be taken later: the gateway is busy, broken or not there. */
  record Later(String code, @Nullable Duration retryAfter) implements Outcome {}

  /** The channel itself is no more: it is forgotten. */
  record Gone() implements Outcome {}

  /** It will never be taken, however often it is tried. */
  record Never(String code) implements Outcome {}
}
