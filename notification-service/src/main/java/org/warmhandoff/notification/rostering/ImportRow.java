package org.warmhandoff.notification.rostering;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Flaw;
import org.warmhandoff.notification.Window;

/**
 * One shift of a file.
 *
 * @param number of its row or event, the first is 1
 * @param shift null where it cannot be read
 * @param flaw what is wrong with it; null where nothing is
 */
record ImportRow(int number, @Nullable One shift, @Nullable Flaw flaw) {

  /** What a row says, once it could be read. */
  record One(@Nullable UUID staff, List<String> programs, List<String> zones, Window.Span span) {}

  static ImportRow good(int number, One shift) {
    return new ImportRow(number, shift, null);
  }

  static ImportRow bad(int number, Flaw flaw) {
    return new ImportRow(number, null, flaw);
  }
}
