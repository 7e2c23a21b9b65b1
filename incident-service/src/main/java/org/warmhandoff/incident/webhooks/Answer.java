package org.warmhandoff.incident.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt. */
sealed interface Answer {

  /** A status from 200 to 299. */
  record Taken() implements Answer {}

  /** 410: the endpoint wants nothing more, ever. */
  record Gone() implements Answer {}

  /**
   * Anything else: another status (a redirect is not followed), no answer in time, no connection, a
   * target that must not be knocked at.
   *
   * @param code stable code, such as status-503
   * @param retryAfter what the endpoint asked for
   */
  record NotTaken(String code, @Nullable Duration retryAfter) implements Answer {}
}
