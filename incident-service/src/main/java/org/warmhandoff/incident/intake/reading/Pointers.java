package org.warmhandoff.incident.intake.reading;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Places in a document, told without its content. The name of a field is a source's own and could
 * be anybody's: what does not look like a field's name is told as a question mark.
 */
public final class Pointers {

  /** What programs call fields; no space, nothing longer, and no number, which may be a phone. */
  private static final Pattern NAME =
      Pattern.compile("[@$]?\\p{L}(?:[\\p{L}_:.-]|(?<!\\d)\\d{1,2}(?!\\d)){0,39}");

  private static final Pattern INDEX = Pattern.compile("\\d{1,9}");
  private static final int DEEPEST = 12;
  private static final String ANY = "*";
  private static final String UNNAMED = "?";

  private Pointers() {}

  /** The same place in every element of a list: {@code /persons/3/name} is {@code /persons/*}… */
  public static String pattern(String pointer) {
    if (!pointer.startsWith("/")) {
      return pointer.isEmpty() || NAME.matcher(pointer).matches() ? pointer : UNNAMED;
    }
    return Stream.of(pointer.substring(1).split("/", -1))
        .limit(DEEPEST)
        .map(Pointers::told)
        .collect(Collectors.joining("/", "/", ""));
  }

  /** Whether a pattern's last step is told by its name. */
  static boolean isNamed(String pattern) {
    return !last(pattern).equals(UNNAMED);
  }

  /** A pointer as it is, but for names that may be content. */
  static String shown(String pointer) {
    return pointer.isEmpty()
        ? ""
        : Stream.of(pointer.substring(1).split("/", -1))
            .limit(DEEPEST)
            .map(step -> INDEX.matcher(step).matches() ? step : told(step))
            .collect(Collectors.joining("/", "/", ""));
  }

  /** The last step of a pointer, which is the field's own name. */
  static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  private static String told(String step) {
    if (INDEX.matcher(step).matches()) {
      return ANY;
    }
    return NAME.matcher(step).matches() ? step : UNNAMED;
  }
}
