package org.warmhandoff.incident.intake.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.intake.reading.EidoParts.Part;

/**
 * Reads an Emergency Incident Data Object (NENA-STA-021.1b-2022) of version 1.0.
 *
 * <p>It is the current state of an incident and not its history: what stood in the last one and
 * does not stand in this one is gone. It carries no relationship, no charge and no word on whether
 * a call is domestic; those come in an additional data component, marked with our {@link #PURPOSE},
 * whose value is JSON with fields of our own report. What this release has no use for is kept
 * sealed: with the party it is of, else with the incident.
 */
public final class EidoReader {

  /** The media type of an EIDO (NENA-STA-024, EIDO conveyance). */
  public static final String MEDIA_TYPE = "application/emergency.eido+json";

  /** The {@code urlPurpose} of an additional data component with fields of our own report. */
  static final String PURPOSE = "org.warmhandoff.report.v1";

  private static final String VERSION = "1.0";
  private static final String INCIDENT = "incidentComponent";
  private static final String TYPE = "incidentTypeCommonRegistryText";
  private static final String PRIORITY = "incidentCommonPriorityNumber";

  /** APCO's common incident types of domestic violence. */
  private static final Set<String> DOMESTIC_TYPES = Set.of("DVA", "DVNA");

  /** Fields of our own report that an addition to the incident may bring. */
  private static final Set<String> MAY_BE_ADDED =
      Set.of(
          "domestic",
          "physical",
          "relationship",
          "charge",
          "arrest",
          "released",
          "placeKind",
          "test");

  private static final int LEAST_PRIORITY = 9;
  private static final int LONGEST_CODE = 60;

  private final ObjectNode document;
  private final JsonFields incident;
  private final JsonNode incidentNode;
  private final EidoParts parts;
  private final Translation translation = new Translation();
  private final EidoPersons persons;

  private EidoReader(ObjectNode document) {
    this.document = document;
    this.incidentNode = document.path(INCIDENT);
    this.incident = JsonFields.of(incidentNode, "/" + INCIDENT);
    this.parts = EidoParts.of(document);
    this.persons = new EidoPersons(parts, translation);
  }

  /**
   * Reads one EIDO.
   *
   * @param history whether it came through the history door
   * @param now the business instant; a time more than a day after it is a mistake, not a fast clock
   * @throws Problem 400 where it is no JSON, 422 where it is no EIDO 1.0, has no incident, or holds
   *     a field that is wrong
   */
  public static Report read(byte[] body, boolean history, Instant now) {
    Translation translation = translate(ReportJson.parse(body));
    Mode mode = history ? Mode.HISTORY : Mode.LIVE;
    try {
      return ReportReader.read(translation.report(), mode, now, null);
    } catch (Problem refused) {
      throw translation.located(refused);
    }
  }

  /** The document in the words of our own report. */
  static Translation translate(JsonNode tree) {
    JsonFields root = JsonFields.of(tree, "");
    if (!VERSION.equals(root.text("eidoVersion", 20))) {
      throw root.wrong("eidoVersion", "eido-version", "This is another version of EIDO.")
          .expected(VERSION);
    }
    if (!tree.hasNonNull(INCIDENT)) {
      throw root.wrong(INCIDENT, "no-incident", "This EIDO tells of a call and of no incident.")
          .expected("an incidentComponent; send it again once the CAD has opened the incident");
    }
    return new EidoReader((ObjectNode) tree).translation(root);
  }

  private Translation translation(JsonFields root) {
    // The incident's tracking identifier: what other systems refer to, and what never changes.
    translation.says("externalId", root.text("$id", 300), "/$id");
    translation.says("asOf", root.text("lastUpdateTimeStamp", 60), "/lastUpdateTimeStamp");
    translation.uses("/eidoVersion");
    String type = incident.text(TYPE, 200);
    translation.says("type", type, at(TYPE));
    if (DOMESTIC_TYPES.contains(type)) {
      translation.says("domestic", "yes", at(TYPE));
    }
    EidoStatus.translate(incident, "/" + INCIDENT, translation);
    priority();
    begun();
    municipality();
    notes();
    EidoRelations.translate(root, translation);
    persons.translate(parts.referred(incidentNode, "locationReference"));
    for (Part addition : parts.all(EidoParts.ADDITIONS)) {
      if (!persons.own(addition)) {
        add(translation.report(), "", addition, MAY_BE_ADDED, translation);
      }
    }
    translation.report().set("eido", rest());
    translation.stands("/eido", "");
    return translation;
  }

  private static String at(String field) {
    return "/" + INCIDENT + "/" + field;
  }

  private void priority() {
    Long priority = incident.optionalNumber(PRIORITY, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (priority != null) {
      ObjectNode report = translation.report();
      long bounded = Math.clamp(priority, 1L, LEAST_PRIORITY);
      translation.says(report, "", "priority", report.numberNode(bounded), at(PRIORITY));
    }
  }

  /** An incident begins with its first call. */
  private void begun() {
    for (Part call : parts.all(EidoParts.CALLS)) {
      translation.uses(call.pointer() + "/callStartTimestamp");
    }
    parts.all(EidoParts.CALLS).stream()
        .filter(call -> call.node().hasNonNull("callStartTimestamp"))
        .min(Comparator.comparing(call -> call.fields().instant("callStartTimestamp")))
        .ifPresent(
            call ->
                translation.says(
                    "occurredAt",
                    call.text("callStartTimestamp"),
                    call.pointer() + "/callStartTimestamp"));
  }

  /** The city as a code; whether it is one this installation may tell is decided later. */
  private void municipality() {
    for (Part location : parts.referred(incidentNode, "locationReference")) {
      Optional<String> city =
          parts
              .address(location)
              .flatMap(CivicAddress::city)
              .map(EidoReader::code)
              .filter(code -> !code.isEmpty());
      if (city.isPresent()) {
        translation.says("municipality", city.get(), location.pointer() + "/locationByValue");
        return;
      }
    }
  }

  private static String code(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String dashed = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = dashed.replaceAll("^-|-$", "");
    return trimmed.length() <= LONGEST_CODE ? trimmed : "";
  }

  private void notes() {
    String notes =
        parts.all(EidoParts.NOTES).stream()
            .map(note -> note.text("notesActionComments"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n\n"));
    if (!notes.isEmpty()) {
      translation.report().put("note", notes);
      translation.stands("/note", "/" + EidoParts.NOTES);
      // Who wrote a note, and when, is kept; its words alone are read.
      parts
          .all(EidoParts.NOTES)
          .forEach(note -> translation.uses(note.pointer() + "/notesActionComments"));
    }
  }

  /**
   * Takes fields of our own report out of an additional data component, if it is one of ours.
   *
   * @param allowed the fields it may bring; others stay with what is kept
   */
  static void add(
      ObjectNode part, String pointer, Part addition, Set<String> allowed, Translation report) {
    if (!addition.text("urlPurpose").equals(PURPOSE)) {
      return;
    }
    String origin = addition.pointer() + "/additionalDataByValue";
    report.uses(origin);
    report.uses(addition.pointer() + "/urlPurpose");
    JsonNode added = ReportJson.parse(addition.text("additionalDataByValue"));
    if (added == null || !added.isObject()) {
      throw Problem.wrong("not-an-object", "This must be JSON text.")
          .at(origin)
          .expected("a JSON object with fields of our own report, as text");
    }
    for (String field : allowed) {
      if (added.hasNonNull(field)) {
        report.says(part, pointer, field, added.get(field), origin);
      }
    }
    added
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!allowed.contains(field)) {
                report.leaves(origin + "/" + field, Reading.Why.NOT_TAKEN_HERE);
              }
            });
  }

  /**
   * What is kept of the incident: everything but its time, the notes' words and what is a party's.
   */
  private ObjectNode rest() {
    ObjectNode rest = document.deepCopy();
    rest.remove("lastUpdateTimeStamp");
    rest.path(EidoParts.NOTES).forEach(note -> ((ObjectNode) note).remove("notesActionComments"));
    for (String list : List.of(EidoParts.CALL_BACKS, EidoParts.LOCATIONS, EidoParts.ADDITIONS)) {
      keep(rest, list, parts.all(list).stream().filter(part -> !persons.own(part)).toList());
    }
    keep(
        rest,
        EidoParts.PERSONS,
        parts.all(EidoParts.PERSONS).stream()
            .filter(person -> EidoPersons.roles(person).isEmpty())
            .toList());
    return rest;
  }

  private static void keep(ObjectNode rest, String list, List<Part> kept) {
    rest.remove(list);
    if (!kept.isEmpty()) {
      ArrayNode nodes = rest.putArray(list);
      kept.forEach(part -> nodes.add(part.node()));
    }
  }
}
