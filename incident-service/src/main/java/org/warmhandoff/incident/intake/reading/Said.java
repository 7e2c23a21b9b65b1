package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read, told as the code or the kind of value it is. A name is told as a name and no more:
 * what a checking answers may be pasted into a ticket.
 *
 * @param kind a stable code; its words are where all words are
 * @param code what it says, where that can identify nobody
 */
record Said(String kind, @Nullable String code) {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final String CODE = "code";

  /**
   * The value of a field of our own report, which the reader has taken.
   *
   * @param field the last step of its pointer
   */
  static Said of(String field, JsonNode value) {
    return switch (field) {
      case "externalId" -> kind("own-number");
      case "mergedInto", "replaces", "splitFrom", "linkedTo" -> kind("other-number");
      case "sequence" -> kind("count");
      case "asOf", "occurredAt" -> instant(value.asText().strip());
      case "status", "domestic", "physical", "charge", "arrest", "released", "role" ->
          new Said(CODE, value.asText().strip().toLowerCase(Locale.ROOT));
      case "relationship", "priority", "test" -> new Said(CODE, value.asText().strip());
      case "type", "municipality", "placeKind" -> kind(CODE);
      case "note" -> kind("note");
      case "ref" -> kind("reference");
      case "staffId" -> kind("staff-id");
      case "name" -> kind("name");
      case "birthDate" -> kind("birth-date");
      case "phone" -> kind("telephone");
      case "address" -> kind("address");
      case "language" -> language(value.asText().strip());
      case "recordNumber" -> kind("record-number");
      case "safeContact" -> kind("safe-contact");
      default -> kind("value");
    };
  }

  private static Said kind(String kind) {
    return new Said(kind, null);
  }

  /** In UTC, so that a wrong offset is seen. */
  private static Said instant(String text) {
    try {
      return new Said("time", OffsetDateTime.parse(text).toInstant().toString());
    } catch (DateTimeException notOne) {
      return kind("time");
    }
  }

  /** Eight letters could be a name; a language and a country of ISO are none. */
  private static Said language(String tag) {
    String[] parts = tag.split("-", -1);
    boolean known =
        LANGUAGES.contains(parts[0].toLowerCase(Locale.ROOT))
            && (parts.length == 1
                || (parts.length == 2 && COUNTRIES.contains(parts[1].toUpperCase(Locale.ROOT))));
    return new Said("language", known ? tag : null);
  }
}
