package org.warmhandoff.eventing.inbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record's key as a column of text takes it. Whoever writes a topic makes the keys: one with a
 * NUL character, which PostgreSQL does not store, must not keep a record from being set aside. No
 * two keys are stored alike.
 */
final class StoredKey {

  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\0])");

  private StoredKey() {}

  static @Nullable String of(@Nullable String key) {
    return key == null ? null : key.replace("\\", "\\\\").replace("\0", "\\0");
  }

  /** The reverse of {@link #of}. */
  static @Nullable String read(@Nullable String stored) {
    return stored == null
        ? null
        : ESCAPED
            .matcher(stored)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(found.group(1).equals("0") ? "\0" : found.group(1)));
  }
}
