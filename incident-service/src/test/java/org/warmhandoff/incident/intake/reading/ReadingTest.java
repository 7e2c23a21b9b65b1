package org.warmhandoff.incident.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.intake.reading.Readings.JSON;
import static org.warmhandoff.incident.intake.reading.Readings.OURS;
import static org.warmhandoff.incident.intake.reading.Readings.kind;
import static org.warmhandoff.incident.intake.reading.Readings.nothingPersonal;
import static org.warmhandoff.incident.intake.reading.Readings.ours;
import static org.warmhandoff.incident.intake.reading.Readings.same;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.intake.reading.Reading.Ignored;
import org.warmhandoff.incident.intake.reading.Reading.Understood;
import org.warmhandoff.incident.intake.reading.Reading.Why;

/** What is told of a report in our own words. */
class ReadingTest {

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
