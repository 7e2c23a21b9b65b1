package org.warmhandoff.incident.scene;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.warmhandoff.console.problem.Problem;

/** Codes of a closed list, written {@code in-custody} or {@code IN_CUSTODY}. */
final class Choices {

  private Choices() {}

  /**
   * The constant a code stands for.
   *
   * @throws Problem 422 naming the field and the codes there are
   */
  static <E extends Enum<E>> E of(Class<E> type, String code, String pointer) {
    String wanted = code.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.wrong("unknown-code", "This is not a code this field takes.")
                    .at(pointer)
                    .expected("one of " + codes(type)));
  }

  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> String codes(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Choices::code)
        .collect(Collectors.joining(", "));
  }
}
