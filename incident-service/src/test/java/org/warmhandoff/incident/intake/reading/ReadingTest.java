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
            same("/externalId", "your number of the incident"),
            same("/asOf", "2026-02-01T03:15:00Z"),
            same("/status", "active"),
            same("/relationship", "SE"),
            same("/type", "a code"),
            same("/note", "a note"),
            same("/persons/0/name", "a name"),
            same("/persons/0/phone", "a telephone number"),
            same("/persons/0/language", "fr-CA"),
            same("/persons/1/language", "a language tag"),
            same("/persons/1/role", "witness"));
    assertThat(reading.understood()).extracting(Understood::field).doesNotContain("/charge");
    assertThat(reading.ignored())
        .containsExactlyInAnyOrder(
            new Ignored("/unit", Why.NO_USE, 1),
            new Ignored("/?", Why.NO_USE, 2),
            new Ignored("/persons/*/tattoo", Why.NO_USE, 2));
    nothingPersonal(reading);
  }

  @Test
  void namesThePlaceInAnEidoThatEachFieldCameFrom() {
    Reading reading = eido(example(eido -> {}));
    assertThat(reading.taken()).isTrue();
    assertThat(reading.understood())
        .contains(
            new Understood("/$id", "/externalId", "your number of the incident"),
            new Understood(
                "/callComponent/0/callStartTimestamp", "/occurredAt", "2026-02-01T03:04:10Z"),
            new Understood(
                "/incidentComponent/incidentStatusCommonRegistryText", "/status", "active"),
            new Understood(
                "/additionalDataComponent/0/additionalDataByValue", "/relationship", "SE"),
            new Understood(
                "/personComponent/0/ncPersonComponent/name", "/persons/0/name", "a name"),
            new Understood(
                "/personComponent/0/callBackReference", "/persons/0/phone", "a telephone number"),
            new Understood(
                "/personComponent/1/personIncidentRoleRegistryText",
                "/persons/1/role",
                "alleged-offender"));
    assertThat(reading.ignored())
        .contains(
            new Ignored("/personComponent/*", Why.NO_PARTY, 1),
            new Ignored("/additionalDataComponent/*", Why.OTHER_PURPOSE, 1),
            new Ignored("/dispatchComponent", Why.NO_USE, 1),
            new Ignored("/personComponent/*/ncPersonComponent/hairColor", Why.NO_USE, 1));
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
        .contains(same("/type", "a code"), same("/persons/0/name", "a name"))
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
        Arguments.of("ours", OURS, false), Arguments.of("eido", Files.readString(EXAMPLE), true));
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
      if (!eido) {
        nothingPersonal(reading);
      }
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
    assertThat(told)
        .doesNotContain("Kanarek", "kanarek", "555-0100", "Canary Street", "1990-12-31\"");
  }

  private static Understood same(String field, String as) {
    return new Understood(field, field, as);
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
