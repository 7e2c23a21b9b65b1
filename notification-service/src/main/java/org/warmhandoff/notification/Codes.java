package org.warmhandoff.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enum constants as the kebab-case codes people write in configuration: ON_SITE is "on-site". */
public final class Codes {

  private Codes() {}

  /** The code of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant a code stands for.
   *
   * @throws Flaw at {@code pointer} where there is no such code
   */
  public static <E extends Enum<E>> E read(Class<E> type, @Nullable String code, String pointer) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Flaw(
                    pointer,
                    "one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(Codes::of)
                            .collect(Collectors.joining(", "))));
  }
}
