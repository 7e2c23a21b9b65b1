package org.warmhandoff.notification;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enum constants as the kebab-case codes people write in configuration: ON_SITE is "on-site". */
public final class Codes {

  private static final int LONGEST = 40;

  private Codes() {}

  /** The code of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Codes as they are given.
   *
   * @throws Flaw at the first that is blank, longer than 40 characters, or there twice
   */
  public static Set<String> all(List<String> given, String pointer) {
    Set<String> codes = new LinkedHashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String code = given.get(i);
      if (code == null || code.isBlank() || code.length() > LONGEST || !codes.add(code)) {
        throw new Flaw(pointer + "/" + i, "a code of at most 40 characters, each once");
      }
    }
    return codes;
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
