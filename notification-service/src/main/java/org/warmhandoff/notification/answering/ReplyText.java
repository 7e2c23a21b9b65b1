package org.warmhandoff.notification.answering;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a worker wrote back.
 *
 * @param yes whether they take it
 * @param code of the notice they mean
 */
record ReplyText(boolean yes, String code) {

  private static final Pattern REPLY =
      Pattern.compile("\\W*(YES|Y|OUI|O|NO|N|NON)\\W+([0-9]{4})\\W*");

  /** Empty where it is neither a yes nor a no, or names no notice: then nothing is guessed. */
  static Optional<ReplyText> read(String text) {
    Matcher reply = REPLY.matcher(text.strip().toUpperCase(Locale.ROOT));
    return reply.matches()
        ? Optional.of(new ReplyText(!reply.group(1).startsWith("N"), reply.group(2)))
        : Optional.empty();
  }
}
