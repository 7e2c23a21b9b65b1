package org.warmhandoff.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing officers said and when the latest of them said it.
 *
 * @param at business instant it was tapped, not the one it arrived at
 */
public record Word<T>(T value, Instant at) {

  /** The later of two words; said at the same instant, the one that came in later. */
  static <T> Word<T> later(@Nullable Word<T> known, Word<T> said) {
    return known != null && said.at().isBefore(known.at()) ? known : said;
  }
}
