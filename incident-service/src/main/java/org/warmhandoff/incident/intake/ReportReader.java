package org.warmhandoff.incident.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.incident.Personal;
import org.warmhandoff.incident.Position;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.ReportedFacts;
import org.warmhandoff.incident.ReportedPerson;
import org.warmhandoff.incident.VaultField;

/** Reads a report in our own JSON. A refusal names the field and never repeats what stood in it. */
final class ReportReader {

  private static final Pattern EXTERNAL_ID =
      Pattern.compile("[\\p{Alnum}][\\p{Alnum} ._:/#-]{0,127}");
  private static final Pattern TYPE = Pattern.compile("[\\p{Alnum}][\\p{Alnum} ._/&,()-]{0,59}");
  private static final Pattern CODE = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._/-]{0,59}");
  private static final Pattern RELATIONSHIP = Pattern.compile("SE|CS|BG|XS|XR|VO");
  private static final Pattern LANGUAGE = Pattern.compile("\\p{Alpha}{2,8}(-\\p{Alnum}{1,8})*");
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);
  private static final int MOST_PERSONS = 50;
  private static final int LONGEST_NOTE = 100_000;
  private static final int LOWEST_PRIORITY = 9;
  private static final long USUAL_PRIORITY = 3;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(40)
                          .maxNumberLength(60)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private ReportReader() {}

  /**
   * Reads one report.
   *
   * @param history whether it came through the history door
   * @param now the business instant; a time more than a day after it is a mistake, not a fast clock
   * @throws Problem 400 where it is no JSON, 422 where a field is missing or wrong
   */
  static Report read(byte[] body, boolean history, Instant now) {
    JsonNode tree = parse(body);
    JsonFields fields = JsonFields.of(tree, "");
    String externalId =
        fields.code("externalId", EXTERNAL_ID, "letters, digits and . _ : / # -, at most 128");
    Long sequence = fields.optionalNumber("sequence", 0, Long.MAX_VALUE);
    Instant asOf = inTime(fields, "asOf", now);
    ReportedFacts facts = facts(fields, now);
    boolean test = fields.flag("test");
    String note = fields.optionalText("note", LONGEST_NOTE);
    List<ReportedPerson> persons = persons(fields);
    return new Report(
        externalId,
        test ? Mode.TEST : history ? Mode.HISTORY : Mode.LIVE,
        new Position(sequence, asOf),
        facts,
        persons,
        canonical((ObjectNode) tree, facts.occurredAt()),
        kept(note, fields.unknown()));
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree == null || tree.isMissingNode()) {
        throw Problem.unreadable("unreadable", "The body is empty.").expected("a JSON object");
      }
      return tree;
    } catch (IOException notJson) {
      throw Problem.unreadable("unreadable", "The body is not JSON.")
          .expected("one JSON object in UTF-8 without duplicate keys");
    }
  }

  private static ReportedFacts facts(JsonFields fields, Instant now) {
    Long priority = fields.optionalNumber("priority", 1, LOWEST_PRIORITY);
    return new ReportedFacts(
        fields.code("type", TYPE, "an incident type code"),
        fields.choice("status", Status.class, null),
        fields.choice("domestic", Known.class, Known.UNKNOWN),
        fields.choice("physical", Known.class, Known.UNKNOWN),
        fields.choice("charge", Charge.class, Charge.UNDECIDED),
        fields.choice("arrest", Known.class, Known.UNKNOWN),
        fields.choice("released", Known.class, Known.UNKNOWN),
        fields.optionalCode("relationship", RELATIONSHIP, "one of SE, CS, BG, XS, XR, VO (NIBRS)"),
        fields.optionalCode("municipality", CODE, "a code without spaces, never an address"),
        fields.optionalCode("placeKind", CODE, "a code without spaces"),
        Math.toIntExact(priority == null ? USUAL_PRIORITY : priority),
        inTime(fields, "occurredAt", now));
  }

  private static Instant inTime(JsonFields fields, String field, Instant now) {
    Instant instant = fields.instant(field);
    if (instant.isAfter(now.plus(CLOCK_TOLERANCE))) {
      throw fields
          .wrong(field, "future-time", "This time is more than a day ahead.")
          .expected("a time that has come");
    }
    if (instant.isBefore(EARLIEST)) {
      throw fields
          .wrong(field, "distant-time", "This time is before 1900.")
          .expected("a time since 1900");
    }
    return instant;
  }

  private static List<ReportedPerson> persons(JsonFields fields) {
    List<ReportedPerson> persons = new ArrayList<>();
    Set<Map.Entry<String, PartyRole>> seen = new HashSet<>();
    for (JsonNode node : fields.list("persons", MOST_PERSONS)) {
      JsonFields one = JsonFields.of(node, "/persons/" + persons.size());
      ReportedPerson person = person(one);
      if (!seen.add(Map.entry(person.ref().reveal(), person.role()))) {
        throw one.wrong("ref", "twice", "This reference stands here twice in the same role.")
            .expected("each reference once per role");
      }
      persons.add(person);
    }
    return persons;
  }

  private static ReportedPerson person(JsonFields fields) {
    String ref = fields.text("ref", 80);
    PartyRole role = fields.choice("role", PartyRole.class, null);
    UUID staff = fields.optionalId("staffId");
    EnumMap<VaultField, Personal> content = new EnumMap<>(VaultField.class);
    put(content, VaultField.NAME, fields.optionalText("name", 200));
    put(content, VaultField.BIRTH_DATE, fields.optionalDate("birthDate"));
    put(content, VaultField.PHONE, fields.optionalText("phone", 60));
    put(content, VaultField.ADDRESS, fields.optionalText("address", 500));
    put(
        content,
        VaultField.LANGUAGE,
        fields.optionalCode("language", LANGUAGE, "a language tag (BCP 47), such as fr-CA"));
    put(content, VaultField.RECORD_NUMBER, fields.optionalText("recordNumber", 80));
    put(content, VaultField.SAFE_CONTACT, fields.optionalAny("safeContact", 2_000));
    ObjectNode unknown = fields.unknown();
    put(content, VaultField.UNKNOWN_FIELDS, unknown == null ? null : write(unknown));
    return new ReportedPerson(Personal.of(ref), role, content, staff);
  }

  private static void put(
      Map<VaultField, Personal> content, VaultField field, @Nullable String value) {
    if (value != null) {
      content.put(field, Personal.of(value));
    }
  }

  /** The content in a fixed order of keys; where it stands in the source's order is no content. */
  private static Personal canonical(ObjectNode tree, Instant occurredAt) {
    ObjectNode content = tree.deepCopy();
    content.remove(List.of("sequence", "asOf"));
    content.put("occurredAt", occurredAt.toString());
    return Personal.of(write(content));
  }

  /** What is said of the incident itself; what is said of a person stands in that one's file. */
  private static @Nullable Personal kept(@Nullable String note, @Nullable ObjectNode unknown) {
    if (note == null && unknown == null) {
      return null;
    }
    ObjectNode kept = JSON.createObjectNode();
    if (note != null) {
      kept.put("note", note);
    }
    if (unknown != null) {
      kept.set("unknown", unknown);
    }
    return Personal.of(write(kept));
  }

  /** The same and the codes nobody knows, in the source's own words. */
  static Personal keptWith(@Nullable Personal kept, Map<String, String> unknownCodes) {
    try {
      ObjectNode all =
          kept == null ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(kept.reveal());
      ObjectNode codes = all.putObject("unknownCodes");
      unknownCodes.forEach(codes::put);
      return Personal.of(write(all));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was written as JSON could not be read");
    }
  }

  private static String write(ObjectNode node) {
    try {
      return JSON.writeValueAsString(JSON.treeToValue(node, Object.class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that was read could not be written");
    }
  }
}
