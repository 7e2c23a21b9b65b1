package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;

/**
 * What was read, told as the code or the kind of value it is. A name is told as "a name": what a
 * checking answers may be pasted into a ticket.
 */
final class Said {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Said() {}

  /**
   * The value of a field of our own report, which the reader has taken.
   *
   * @param field the last step of its pointer
   */
  static String of(String field, JsonNode value) {
    return switch (field) {
      case "externalId" -> "your number of the incident";
      case "sequence" -> "a count of states";
      case "asOf", "occurredAt" -> instant(value.asText().strip());
      case "status", "domestic", "physical", "charge", "arrest", "released", "role" ->
          value.asText().strip().toLowerCase(Locale.ROOT);
      case "relationship", "priority", "test" -> value.asText().strip();
      case "type", "municipality", "placeKind" -> "a code";
      case "note" -> "a note";
      case "ref" -> "a reference";
      case "staffId" -> "a staff id";
      case "name" -> "a name";
      case "birthDate" -> "a birth date";
      case "phone" -> "a telephone number";
      case "address" -> "an address";
      case "language" -> language(value.asText().strip());
      case "recordNumber" -> "a records-system number";
      case "safeContact" -> "a safe-contact wish";
      default -> "a value";
    };
  }

  /** In UTC, so that a wrong offset is seen. */
  private static String instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeException notOne) {
      return "a time";
    }
  }

  /** Eight letters could be a name; a language and a country of ISO are none. */
  private static String language(String tag) {
    String[] parts = tag.split("-", -1);
    boolean known =
        LANGUAGES.contains(parts[0].toLowerCase(Locale.ROOT))
            && (parts.length == 1
                || (parts.length == 2 && COUNTRIES.contains(parts[1].toUpperCase(Locale.ROOT))));
    return known ? tag : "a language tag";
  }
}
