package org.warmhandoff.eventing.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a record.
 *
 * @param outcome code; for what failed again, the new reason
 * @param before SHA-256, hex, of headers and body before a mend; null for any other action
 * @param after the same after it
 * @param headers names of the headers a mend has changed
 */
public record Deed(
    String action,
    String outcome,
    String word,
    String account,
    Instant at,
    @Nullable String before,
    @Nullable String after,
    List<String> headers) {

  public Deed {
    headers = List.copyOf(headers);
  }
}
