package org.warmhandoff.twin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The part of a report that is stored. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportBody(
    String externalId,
    OffsetDateTime asOf,
    OffsetDateTime occurredAt,
    String type,
    String status,
    String domestic,
    String physical,
    int priority,
    @Nullable String placeKind,
    List<PersonBody> persons) {

  /** Nobody is an empty list. */
  public ReportBody {
    persons = persons == null ? List.of() : List.copyOf(persons);
  }

  /** A person of a report. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record PersonBody(
      String ref,
      String role,
      @Nullable String name,
      @Nullable String birthDate,
      @Nullable String phone,
      @Nullable String address,
      @Nullable String recordNumber) {

    /** The role as the tables have it. */
    String roleCode() {
      return role.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What is known of the person, by the name of the field. */
    Map<String, String> fields() {
      Map<String, String> fields = new TreeMap<>();
      put(fields, "NAME", name);
      put(fields, "BIRTH_DATE", birthDate);
      put(fields, "PHONE", phone);
      put(fields, "ADDRESS", address);
      put(fields, "RECORD_NUMBER", recordNumber);
      return fields;
    }

    /** What the person could be recognised by. */
    Map<String, String> traits() {
      Map<String, String> traits = new TreeMap<>();
      put(traits, "NAME_AND_BIRTH_DATE", name == null ? null : name + birthDate);
      put(traits, "PHONE", phone);
      put(traits, "ADDRESS", address);
      put(traits, "RECORD_NUMBER", recordNumber);
      return traits;
    }

    private static void put(Map<String, String> into, String key, @Nullable String value) {
      if (value != null) {
        into.put(key, value);
      }
    }
  }
}
