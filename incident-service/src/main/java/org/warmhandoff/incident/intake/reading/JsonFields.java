package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/**
 * The fields of one JSON object, read with the pointer at hand that a refusal names. What was not
 * asked for is what this release does not know.
 */
final class JsonFields {

  /** The constants of an enum by their codes, in their order. */
  private static final ClassValue<Map<String, Enum<?>>> CHOICES =
      new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
          Map<String, Enum<?>> choices = new LinkedHashMap<>();
          for (Object constant : type.getEnumConstants()) {
            Enum<?> choice = (Enum<?>) constant;
            choices.put(codeOf(choice), choice);
          }
          return Collections.unmodifiableMap(choices);
        }
      };

  private final JsonNode object;
  private final String pointer;
  private final @Nullable Trail trail;
  private final Set<String> known = new HashSet<>();

  private JsonFields(JsonNode object, String pointer, @Nullable Trail trail) {
    this.object = object;
    this.pointer = pointer;
    this.trail = trail;
  }

  /**
   * Looks at an object.
   *
   * @throws Problem 422 where it is none
   */
  static JsonFields of(JsonNode node, String pointer) {
    return of(node, pointer, null);
  }

  /** The same, with each field that is asked for noted on a trail. */
  static JsonFields of(JsonNode node, String pointer, @Nullable Trail trail) {
    if (!node.isObject()) {
      throw refused("not-an-object", "This must be an object.", pointer).expected("a JSON object");
    }
    return new JsonFields(node, pointer, trail);
  }

  /** The fields nobody asked for, or null where there were none. */
  @Nullable ObjectNode unknown() {
    ObjectNode rest = ReportJson.object();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!known.contains(field.getKey())) {
        rest.set(field.getKey(), field.getValue().deepCopy());
      }
    }
    return rest.isEmpty() ? null : rest;
  }

  String text(String field, int longest) {
    String text = optionalText(field, longest);
    if (text == null) {
      throw missing(field);
    }
    return text;
  }

  @Nullable String optionalText(String field, int longest) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrong(field, "wrong-kind", "This must be text.").expected("a string");
    }
    String text = value.textValue().strip();
    if (text.length() > longest) {
      throw wrong(field, "too-long", "This text is too long.")
          .expected("at most " + longest + " characters");
    }
    if (text.indexOf('\0') >= 0) {
      throw wrong(field, "wrong-character", "This text holds a character that cannot be stored.");
    }
    return text.isEmpty() ? null : text;
  }

  /** A code: what is not one could be a name or an address, and would be told in an event. */
  @Nullable String optionalCode(String field, Pattern allowed, String expected) {
    String code = optionalText(field, 200);
    if (code != null && !allowed.matcher(code).matches()) {
      throw wrong(field, "unknown-code", "This is not a code this field takes.").expected(expected);
    }
    return code;
  }

  String code(String field, Pattern allowed, String expected) {
    String code = optionalCode(field, allowed, expected);
    if (code == null) {
      throw missing(field);
    }
    return code;
  }

  <E extends Enum<E>> E choice(String field, Class<E> type, @Nullable E otherwise) {
    Map<String, Enum<?>> choices = CHOICES.get(type);
    String text = optionalText(field, 200);
    if (text == null) {
      if (otherwise == null) {
        throw missing(field).expected("one of " + String.join(", ", choices.keySet()));
      }
      return otherwise;
    }
    Enum<?> choice = choices.get(text.toLowerCase(Locale.ROOT));
    if (choice == null) {
      throw wrong(field, "unknown-code", "This is not a code this field takes.")
          .expected("one of " + String.join(", ", choices.keySet()));
    }
    return type.cast(choice);
  }

  /** An instant, to the microsecond; a time without its offset could be any of twenty-four. */
  Instant instant(String field) {
    String text = text(field, 60);
    try {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException notAnInstant) {
      throw isLocal(text)
          ? wrong(field, "time-without-zone", "This time does not say which zone it is in.")
              .expected("a date-time with offset (RFC 3339), such as 2026-01-31T22:15:00-05:00")
          : wrong(field, "not-a-time", "This is not a time.")
              .expected("a date-time with offset (RFC 3339), such as 2026-01-31T22:15:00-05:00");
    }
  }

  @Nullable String optionalDate(String field) {
    String text = optionalText(field, 40);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeException notADate) {
      throw wrong(field, "not-a-date", "This is not a date.").expected("a date as 1990-12-31");
    }
  }

  @Nullable Long optionalNumber(String field, long least, long most) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(field, "wrong-kind", "This must be a whole number.").expected("a whole number");
    }
    long number = value.longValue();
    if (number < least || number > most) {
      throw wrong(field, "out-of-range", "This number is out of range.")
          .expected("from " + least + " to " + most);
    }
    return number;
  }

  boolean flag(String field) {
    JsonNode value = value(field);
    if (value == null) {
      return false;
    }
    if (!value.isBoolean()) {
      throw wrong(field, "wrong-kind", "This must be true or false.").expected("true or false");
    }
    return value.booleanValue();
  }

  @Nullable UUID optionalId(String field) {
    String text = optionalText(field, 60);
    if (text == null) {
      return null;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw wrong(field, "not-an-id", "This is not an id.").expected("a UUID");
    }
  }

  /** A value of any kind, as text; an object or list as JSON. */
  @Nullable String optionalAny(String field, int longest) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    if (text.length() > longest) {
      throw wrong(field, "too-long", "This is too long.")
          .expected("at most " + longest + " characters");
    }
    return text;
  }

  /** Codes, in the order they came; an absent list is empty. */
  List<String> codes(String field, int most, Pattern allowed, String expected) {
    List<String> codes = new ArrayList<>();
    for (JsonNode one : list(field, most)) {
      String code = one.isTextual() ? one.textValue().strip() : "";
      if (!allowed.matcher(code).matches()) {
        throw wrong(field, "unknown-code", "This is not a code this field takes.")
            .expected(expected);
      }
      codes.add(code);
    }
    return codes;
  }

  /** A list; an absent one is empty. */
  JsonNode list(String field, int longest) {
    JsonNode value = value(field);
    if (value == null) {
      return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
    }
    if (!value.isArray()) {
      throw wrong(field, "wrong-kind", "This must be a list.").expected("a JSON array");
    }
    if (value.size() > longest) {
      throw wrong(field, "too-many", "This list is too long.").expected("at most " + longest);
    }
    return value;
  }

  Problem wrong(String field, String code, String title) {
    return refused(code, title, pointer + "/" + field);
  }

  static String codeOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Problem missing(String field) {
    return wrong(field, "missing", "A field is missing.");
  }

  private static Problem refused(String code, String title, String at) {
    return Problem.wrong(code, title).at(at);
  }

  private @Nullable JsonNode value(String field) {
    known.add(field);
    if (trail != null) {
      trail.asked(pointer + "/" + field);
    }
    JsonNode value = object.get(field);
    return value == null || value.isNull() ? null : value;
  }

  private static boolean isLocal(String text) {
    try {
      LocalDateTime.parse(text);
      return true;
    } catch (DateTimeException neither) {
      return false;
    }
  }
}
