package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.warmhandoff.incident.Relations;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.ReportedFacts;
import org.warmhandoff.incident.ReportedPerson;
import org.warmhandoff.incident.VaultField;

/** Reads a report in our own JSON. A refusal names the field and never repeats what stood in it. */
public final class ReportReader {

  private static final Pattern EXTERNAL_ID =
      Pattern.compile("[\\p{Alnum}][\\p{Alnum} ._:/#-]{0,127}");
  private static final String NUMBER_EXPECTED = "letters, digits and . _ : / # -, at most 128";
  private static final Pattern TYPE = Pattern.compile("[\\p{Alnum}][\\p{Alnum} ._/&,()-]{0,59}");
  private static final Pattern CODE = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._/-]{0,59}");
  private static final Pattern RELATIONSHIP = Pattern.compile("SE|CS|BG|XS|XR|VO");
  private static final Pattern LANGUAGE = Pattern.compile("\\p{Alpha}{2,8}(-\\p{Alnum}{1,8})*");
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);
  static final int MOST_PERSONS = 50;
  private static final int MOST_RELATED = 50;
  private static final int LONGEST_REFERENCE = 200;
  private static final int LONGEST_NOTE = 100_000;
  private static final int LOWEST_PRIORITY = 9;
  private static final long USUAL_PRIORITY = 3;

  private ReportReader() {}

  /**
   * Reads one report.
   *
   * @param history whether it came through the history door
   * @param now the business instant; a time more than a day after it is a mistake, not a fast clock
   * @throws Problem 400 where it is no JSON, 422 where a field is missing or wrong
   */
  public static Report read(byte[] body, boolean history, Instant now) {
    return readOurs(ReportJson.parse(body), history ? Mode.HISTORY : Mode.LIVE, now, null);
  }

  /** The same for a body that stands as a tree already. */
  static Report readOurs(JsonNode tree, Mode mode, Instant now, @Nullable Trail trail) {
    JsonFields.of(tree, "").instant("occurredAt");
    return read(tree, mode, now, trail);
  }

  /**
   * Reads a report that stands as a tree already. In other formats a source may not know when it
   * happened; in our own it says so.
   *
   * @param mode holds unless the report says it is a test
   * @param trail notes what was asked for, where somebody wants to know
   */
  static Report read(JsonNode tree, Mode mode, Instant now, @Nullable Trail trail) {
    JsonFields fields = JsonFields.of(tree, "", trail);
    String externalId = fields.code("externalId", EXTERNAL_ID, NUMBER_EXPECTED);
    Long sequence = fields.optionalNumber("sequence", 0, Long.MAX_VALUE);
    Instant asOf = inTime(fields, "asOf", now);
    boolean begun = tree.hasNonNull("occurredAt");
    ReportedFacts facts = facts(fields, begun ? inTime(fields, "occurredAt", now) : asOf);
    boolean test = fields.flag("test");
    String note = fields.optionalText("note", LONGEST_NOTE);
    Relations relations = relations(fields);
    List<ReportedPerson> persons = persons(fields, trail);
    return new Report(
        externalId,
        test ? Mode.TEST : mode,
        new Position(sequence, asOf),
        facts,
        begun,
        persons,
        canonical((ObjectNode) tree, begun ? facts.occurredAt() : null),
        ReportJson.kept(note, fields.unknown()),
        relations);
  }

  private static ReportedFacts facts(JsonFields fields, Instant occurredAt) {
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
        occurredAt);
  }

  private static Relations relations(JsonFields fields) {
    return new Relations(
        fields.optionalCode("mergedInto", EXTERNAL_ID, NUMBER_EXPECTED),
        fields.codes("replaces", MOST_RELATED, EXTERNAL_ID, NUMBER_EXPECTED),
        fields.optionalCode("splitFrom", EXTERNAL_ID, NUMBER_EXPECTED),
        fields.codes("linkedTo", MOST_RELATED, EXTERNAL_ID, NUMBER_EXPECTED));
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

  private static List<ReportedPerson> persons(JsonFields fields, @Nullable Trail trail) {
    List<ReportedPerson> persons = new ArrayList<>();
    Set<Map.Entry<String, PartyRole>> seen = new HashSet<>();
    for (JsonNode node : fields.list("persons", MOST_PERSONS)) {
      JsonFields one = JsonFields.of(node, "/persons/" + persons.size(), trail);
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
    String ref = fields.text("ref", LONGEST_REFERENCE);
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
    put(content, VaultField.UNKNOWN_FIELDS, unknown == null ? null : ReportJson.write(unknown));
    return new ReportedPerson(Personal.of(ref), role, content, staff);
  }

  private static void put(
      Map<VaultField, Personal> content, VaultField field, @Nullable String value) {
    if (value != null) {
      content.put(field, Personal.of(value));
    }
  }

  /** The content in a fixed order of keys; where it stands in the source's order is no content. */
  private static Personal canonical(ObjectNode tree, @Nullable Instant occurredAt) {
    ObjectNode content = tree.deepCopy();
    content.remove(List.of("sequence", "asOf"));
    if (occurredAt != null) {
      content.put("occurredAt", occurredAt.toString());
    }
    return Personal.of(ReportJson.write(content));
  }
}
