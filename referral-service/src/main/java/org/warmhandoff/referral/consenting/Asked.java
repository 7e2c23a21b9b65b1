package org.warmhandoff.referral.consenting;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.ConsentEvent.Purpose;

/** Reads what stands in an address or a form; what is wrong there is a problem of its own. */
final class Asked {

  private Asked() {}

  static Purpose purpose(@Nullable String value) {
    return one(Purpose.class, "purpose", value);
  }

  static <E extends Enum<E>> E one(Class<E> type, String name, @Nullable String value) {
    String wanted = value == null ? "" : value.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.wrong("invalid", "A value is not one of those expected.")
                    .at("/" + name)
                    .expected(
                        Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(", ", "one of ", ""))));
  }

  static UUID id(String name, @Nullable String value) {
    try {
      return UUID.fromString(value == null ? "" : value);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.wrong("invalid", "An id is missing or not valid.")
          .at("/" + name)
          .expected("a UUID");
    }
  }

  static String code(@Nullable String value) {
    return value == null ? "" : value;
  }
}
