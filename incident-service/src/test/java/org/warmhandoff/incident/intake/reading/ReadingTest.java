package org.warmhandoff.incident.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.intake.reading.Reading.Ignored;
import org.warmhandoff.incident.intake.reading.Reading.Understood;
import org.warmhandoff.incident.intake.reading.Reading.Why;

/** What is told of a document, and that it is what the reader of posts would do with it. */
class ReadingTest {

  private static final Instant NOW = Instant.parse("2026-02-01T03:20:00Z");
  private static final Path EXAMPLE = Path.of("../docs/examples/eido-domestic.json");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DOCUMENTS = 2_000;

  private static final String OURS =
      """
      {"externalId": "W-000123", "sequence": 4, "asOf": "2026-01-31T22:15:00-05:00",
       "occurredAt": "2026-01-31T22:05:00-05:00", "type": "DVA", "status": "Active",
       "domestic": "yes", "relationship": "SE", "municipality": "W1", "placeKind": "home",
       "priority": 2, "note": "Canary Kanarek", "unit": {"call": "Canary Kanarek"},
       "Canary Kanarek": 1, "555-0100": true,
       "persons": [{"ref": "Kanarek", "role": "victim", "name": "Canary Kanarek", "tattoo": "x",
         "birthDate": "1990-12-31", "phone": "555-0100", "address": "7 Canary Street",
         "language": "fr-CA", "recordNumber": "r-Kanarek", "safeContact": {"a": "Kanarek"}},
        {"ref": "2", "role": "witness", "language": "kanarek", "tattoo": "y"}]}
      """;

  @Test
  void tellsEachFieldOfOurOwnReportAsACodeOrAKind() {
    Reading reading = ours(OURS);
    assertThat(reading.taken()).isTrue();
    assertThat(reading.understood())
        .contains(
            kind("/externalId", "own-number"),
            same("/asOf", "time", "2026-02-01T03:15:00Z"),
            same("/status", "code", "active"),
            same("/relationship", "code", "SE"),
            kind("/type", "code"),
            kind("/note", "note"),
            kind("/persons/0/name", "name"),
            kind("/persons/0/phone", "telephone"),
            same("/persons/0/language", "language", "fr-CA"),
            kind("/persons/1/language", "language"),
            same("/persons/1/role", "code", "witness"));
    assertThat(reading.understood()).extracting(Understood::field).doesNotContain("/charge");
    assertThat(reading.ignored())
        .containsExactlyInAnyOrder(
            new Ignored("/unit", Why.NO_USE, 1),
            new Ignored("/?", Why.NO_USE, 2, 14, ""),
            new Ignored("/persons/*/tattoo", Why.NO_USE, 2));
    nothingPersonal(reading);
  }

  @Test
  void namesThePlaceInAnEidoThatEachFieldCameFrom() {
    Reading reading = eido(example(eido -> {}));
    assertThat(reading.taken()).isTrue();
    assertThat(reading.understood())
        .contains(
            new Understood("/$id", "/externalId", "own-number", null),
            new Understood(
                "/callComponent/0/callStartTimestamp",
                "/occurredAt",
                "time",
                "2026-02-01T03:04:10Z"),
            new Understood(
                "/incidentComponent/incidentStatusCommonRegistryText", "/status", "code", "active"),
            new Understood(
                "/additionalDataComponent/0/additionalDataByValue", "/relationship", "code", "SE"),
            new Understood(
                "/personComponent/0/ncPersonComponent/name", "/persons/0/name", "name", null),
            new Understood(
                "/personComponent/0/callBackReference", "/persons/0/phone", "telephone", null),
            new Understood(
                "/personComponent/1/personIncidentRoleRegistryText",
                "/persons/1/role",
                "code",
                "alleged-offender"));
    assertThat(reading.ignored())
        .contains(
            new Ignored("/personComponent/*", Why.NO_PARTY, 1),
            new Ignored("/additionalDataComponent/*", Why.OTHER_PURPOSE, 1),
            new Ignored("/dispatchComponent", Why.NO_USE, 1),
            new Ignored("/personComponent/*/ncPersonComponent/hairColor", Why.NO_USE, 1),
            new Ignored(
                "/incidentComponent/incidentStatusCommonRegistryText/*", Why.UNUSED_CODE, 1),
            new Ignored("/callbackComponent/*/callBackInformationUri/*", Why.NO_USE, 1));
    assertThat(reading.ignored())
        .extracting(Ignored::pointer)
        .doesNotContain("/callbackComponent", "/locationComponent", "/notesComponent", "/$id");
    assertThat(reading.understood().toString() + reading.ignored())
        .doesNotContain("Maple", "Birch", "5195550", "1990", "RMS-10442", "shouting");
  }

  @Test
  void tellsOfRolesAndAdditionsThatAreNotTaken() {
    Reading reading =
        eido(
            example(
                eido -> {
                  eido.withArray("/personComponent/0/personIncidentRoleRegistryText").add("Fan");
                  ((ObjectNode) eido.at("/additionalDataComponent/0"))
                      .put("additionalDataByValue", "{\"charges\":1,\"domestic\":\"no\"}");
                }));
    assertThat(reading.ignored())
        .contains(
            new Ignored("/personComponent/*/personIncidentRoleRegistryText", Why.UNKNOWN_ROLE, 1),
            new Ignored(
                "/additionalDataComponent/*/additionalDataByValue/charges", Why.NOT_TAKEN_HERE, 1));
  }

  @Test
  void readsOnBehindARefusalAndTellsThemAll() {
    Reading reading =
        ours(
            OURS.replace("\"externalId\": \"W-000123\", ", "")
                .replace("22:15:00-05:00", "22:15:00")
                .replace("\"SE\"", "\"WIFE\"")
                .replace("\"witness\"", "\"neighbour\"")
                .replace("\"1990-12-31\"", "\"31/12/1990\""));
    assertThat(reading.refusals())
        .extracting(one -> one.code() + " " + one.pointer())
        .containsExactly(
            "missing /externalId",
            "time-without-zone /asOf",
            "unknown-code /relationship",
            "not-a-date /persons/0/birthDate",
            "unknown-code /persons/1/role");
    assertThat(reading.understood())
        .contains(kind("/type", "code"), kind("/persons/0/name", "name"))
        .extracting(Understood::field)
        .doesNotContain(
            "/externalId", "/asOf", "/relationship", "/persons/0/birthDate", "/persons/1/role");
    nothingPersonal(reading);
  }

  @Test
  void anEidoOfACallIsReadAsFarAsItGoes() {
    Reading reading =
        eido(
            example(
                eido -> {
                  eido.remove("incidentComponent");
                  eido.put("lastUpdateTimeStamp", "2026-01-31T22:15:00");
                }));
    assertThat(reading.refusals())
        .extracting(Problem::code)
        .containsExactly("no-incident", "time-without-zone");
    assertThat(reading.understood())
        .extracting(Understood::field)
        .contains("/externalId", "/persons/0/name")
        .doesNotContain("/type", "/status", "/asOf");
  }

  @Test
  void aStandInMakesNoTwoEntriesOne() {
    Reading reading =
        ours(
            OURS.replace("\"Kanarek\", \"role\": \"victim\"", "\"2\", \"role\": \"complainant\"")
                .replace("\"witness\"", "\"reporting-party\""));
    assertThat(reading.refusals())
        .extracting(one -> one.code() + " " + one.pointer())
        .containsExactly("unknown-code /persons/0/role", "unknown-code /persons/1/role");
    Reading besideAReal =
        ours(OURS.replace("\"Kanarek\", \"role\": \"victim\"", "\"2\", \"role\": \"complainant\""));
    assertThat(besideAReal.refusals()).extracting(Problem::code).containsExactly("unknown-code");
    Reading twice =
        ours(OURS.replace("\"Kanarek\", \"role\": \"victim\"", "\"2\", \"role\": \"witness\""));
    assertThat(twice.refusals()).extracting(Problem::code).containsExactly("twice");
  }

  @Test
  void manyRefusalsAreCutAndThatIsSaid() throws IOException {
    ObjectNode many = (ObjectNode) JSON.readTree(OURS);
    many.putArray("persons");
    for (int i = 0; i < 50; i++) {
      many.withArray("persons")
          .addObject()
          .put("ref", "" + i)
          .put("role", "COMPL")
          .put("name", "x");
    }
    Reading reading = ours(many.toString());
    assertThat(reading.refusals()).hasSize(Mending.MOST);
    assertThat(reading.cut()).isTrue();
    assertThat(reading.understood())
        .contains(kind("/externalId", "own-number"), kind("/persons/0/name", "name"))
        .extracting(Understood::field)
        .doesNotContain("/persons/40/role", "/persons/0/role");
    assertThat(reading.ignored()).isEmpty();
    assertThat(ours(OURS).cut()).isFalse();
    String large = many.put("note", "n".repeat(90_000)).toString();
    assertThat(ours(large).refusals()).hasSizeBetween(5, 30);
    assertThat(ours(large).cut()).isTrue();
  }

  @Test
  void tellsNothingOfAnEidoThatIsNotThere() {
    Reading noStatus =
        eido(
            example(
                eido ->
                    ((ObjectNode) eido.path("incidentComponent"))
                        .remove("incidentStatusCommonRegistryText")));
    assertThat(noStatus.taken()).isTrue();
    assertThat(noStatus.understood()).extracting(Understood::field).doesNotContain("/status");
    Reading cancelled =
        eido(
            example(
                eido -> {
                  ObjectNode incident = (ObjectNode) eido.path("incidentComponent");
                  incident.remove("incidentStatusCommonRegistryText");
                  ((ObjectNode) incident.at("/dispositionComponent/0"))
                      .put("dispositionCommonRegistryCode", "10");
                }));
    assertThat(cancelled.understood())
        .contains(
            new Understood(
                "/incidentComponent/dispositionComponent/0/dispositionCommonRegistryCode",
                "/status",
                "code",
                "cancelled"));
  }

  @Test
  void tellsOfCodesAndPartsOfAnEidoThatDecideNothing() {
    Reading reading =
        eido(
            example(
                eido -> {
                  ObjectNode incident = (ObjectNode) eido.path("incidentComponent");
                  incident.putArray("incidentStatusCommonRegistryText").add("Complete");
                  ((ObjectNode) eido.at("/notesComponent/0")).put("notesType", "x");
                  eido.withArray("/personComponent/1/ncPersonComponent/name").addObject();
                  ((ObjectNode) eido.at("/personComponent/1/ncPersonComponent/name/0"))
                      .putArray("personSurName")
                      .addObject()
                      .put("value", "Birch");
                  ((ObjectNode) eido.at("/locationComponent/1")).put("locationByValue", "<gml/>");
                }));
    assertThat(reading.ignored())
        .contains(
            new Ignored(
                "/incidentComponent/incidentStatusCommonRegistryText/*", Why.UNUSED_CODE, 1),
            new Ignored(
                "/incidentComponent/dispositionComponent/*/dispositionCommonRegistryCode",
                Why.UNUSED_CODE,
                1),
            new Ignored("/notesComponent/*/notesType", Why.NO_USE, 1),
            new Ignored("/personComponent/*/ncPersonComponent/name/*/personSurName", Why.NO_USE, 1),
            new Ignored("/locationComponent/*", Why.NO_USE, 1));
  }

  @Test
  void aFieldWhoseNameMayBeContentIsFoundByItsPlace() {
    Reading reading =
        ours(
            OURS.replace(
                "\"tattoo\": \"x\"", "\"nc:Tattoo.1Text\": 1, \"num\u00e9ro\": 2, \"7B\": 3"));
    assertThat(reading.ignored())
        .contains(
            new Ignored("/persons/*/nc:Tattoo.1Text", Why.NO_USE, 1),
            new Ignored("/persons/*/num\u00e9ro", Why.NO_USE, 1),
            new Ignored("/persons/*/?", Why.NO_USE, 1, 6, "/persons/0"));
  }

  @Test
  void tellsWhereADocumentStopsBeingOne() {
    Reading twice = ours("{\"a\": 1,\n \"Kanarek\": 1, \"Kanarek\": 2}");
    assertThat(twice.refusals()).extracting(Problem::code).containsExactly("unreadable");
    ReportJson.Stop stop = Objects.requireNonNull(twice.stoppedAt());
    assertThat(stop.twice()).isTrue();
    assertThat(stop.line()).isEqualTo(2);
    assertThat(stop.toString()).doesNotContain("Kanarek");
    ReportJson.Stop torn = Objects.requireNonNull(ours("{\"a\": [1,").stoppedAt());
    assertThat(torn.twice()).isFalse();
    assertThat(ours("[]").refusals()).extracting(Problem::code).containsExactly("not-an-object");
    assertThat(ours("").taken()).isFalse();
  }

  static Stream<Arguments> formats() throws IOException {
    return Stream.of(
        Arguments.of("ours", OURS, false),
        Arguments.of(
            "eido",
            Files.readString(EXAMPLE)
                .replace("Birch", "Kanarek")
                .replace("+15195550114", "555-0100"),
            true));
  }

  /**
   * One reader judges: what is told here is what a post would be answered, document by document.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void saysWhatAPostWouldBeAnswered(String format, String valid, boolean eido) {
    byte[] document = valid.getBytes(StandardCharsets.UTF_8);
    int taken = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      byte[] spoilt = new Mutator(new Random(i)).spoil(document);
      Problem refused = refused(spoilt, eido);
      Reading reading = eido ? Reading.ofEido(spoilt, NOW) : Reading.ofOurs(spoilt, NOW);
      assertThat(reading.taken()).as("document %d", i).isEqualTo(refused == null);
      if (refused == null) {
        taken++;
      } else {
        Problem first = reading.refusals().getFirst();
        assertThat(first.code() + first.pointer() + first.expected())
            .as("document %d", i)
            .isEqualTo(refused.code() + refused.pointer() + refused.expected());
      }
      nothingPersonal(reading);
    }
    assertThat(taken).isBetween(DOCUMENTS / 50, DOCUMENTS - DOCUMENTS / 50);
  }

  private static @Nullable Problem refused(byte[] document, boolean eido) {
    try {
      if (eido) {
        EidoReader.read(document, false, NOW);
      } else {
        ReportReader.read(document, false, NOW);
      }
      return null;
    } catch (Problem refused) {
      return refused;
    }
  }

  private static void nothingPersonal(Reading reading) {
    String told =
        reading.understood()
            + reading.ignored().toString()
            + reading.refusals().stream().map(one -> one.title() + one.expected()).toList();
    assertThat(told).doesNotContain("Kanarek", "kanarek", "555-0100", "Canary Street");
    // As an example it may stand in what was expected, and nowhere else.
    assertThat(reading.understood() + reading.ignored().toString()).doesNotContain("1990-12-31");
  }

  private static Understood same(String field, String kind, String code) {
    return new Understood(field, field, kind, code);
  }

  private static Understood kind(String field, String kind) {
    return new Understood(field, field, kind, null);
  }

  private static Reading ours(String document) {
    return Reading.ofOurs(document.getBytes(StandardCharsets.UTF_8), NOW);
  }

  private static Reading eido(String document) {
    return Reading.ofEido(document.getBytes(StandardCharsets.UTF_8), NOW);
  }

  private static String example(Consumer<ObjectNode> change) {
    try {
      ObjectNode eido = (ObjectNode) JSON.readTree(Files.readString(EXAMPLE));
      change.accept(eido);
      return eido.toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPlaceIsToldWithoutWhatCouldBeContent() {
    assertThat(
            List.of(
                    "/persons/3/name",
                    "/John Smith/x",
                    "/5195550113",
                    "/a~1b",
                    "/@context/$id",
                    "ce-source",
                    "")
                .stream()
                .map(Pointers::pattern))
        .containsExactly("/persons/*/name", "/?/x", "/?", "/?", "/@context/$id", "ce-source", "");
    assertThat(Pointers.pattern("/x".repeat(100))).hasSizeLessThan(40);
  }
}
