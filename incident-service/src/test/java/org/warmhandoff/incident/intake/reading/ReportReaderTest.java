package org.warmhandoff.incident.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.VaultField;

class ReportReaderTest {

  private static final Instant NOW = Instant.parse("2026-03-07T12:00:00Z");

  private static final String GOOD =
      """
      {"externalId":"X-1","asOf":"2026-03-07T06:59:00-05:00","occurredAt":"2026-03-07T11:50:00Z",
       "type":"DVA","status":"active","domestic":"yes","cadUnit":"4A12","note":"Canary note",
       "persons":[{"ref":"1","role":"alleged-offender","name":"Canary Name","gait":"limps",
                   "safeContact":{"voicemail":false}}]}""";

  @Test
  void readsWhatItKnowsAndKeepsTheRest() {
    Report report = read(GOOD);
    assertThat(report.mode()).isEqualTo(Mode.LIVE);
    assertThat(report.position().asOf()).isEqualTo(Instant.parse("2026-03-07T11:59:00Z"));
    assertThat(report.facts().domestic()).isEqualTo(Known.YES);
    assertThat(report.facts().arrest()).isEqualTo(Known.UNKNOWN);
    assertThat(report.persons().getFirst().fields())
        .containsOnlyKeys(VaultField.NAME, VaultField.SAFE_CONTACT, VaultField.UNKNOWN_FIELDS);
    assertThat(Objects.requireNonNull(report.kept()).reveal())
        .contains("Canary note", "4A12")
        .doesNotContain("Canary Name", "limps");
    assertThat(fieldOf(report, VaultField.UNKNOWN_FIELDS)).isEqualTo("{\"gait\":\"limps\"}");
    assertThat(report.toString()).doesNotContain("Canary", "4A12", "limps");
  }

  @Test
  void theOrderOfKeysAndThePlaceInTheOrderAreNoContent() {
    String other =
        """
        {"persons":[{"safeContact":{"voicemail":false},"gait":"limps","role":"alleged-offender",
                     "ref":"1","name":"Canary Name"}],"sequence":9,
         "note":"Canary note","cadUnit":"4A12","domestic":"yes","status":"active","type":"DVA",
         "occurredAt":"2026-03-07T06:50:00-05:00","asOf":"2026-03-07T12:00:00Z","externalId":"X-1"}""";
    assertThat(read(other).canonical()).isEqualTo(read(GOOD).canonical());
    assertThat(read(GOOD.replace("limps", "runs")).canonical())
        .isNotEqualTo(read(GOOD).canonical());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"X-1\"|\"\"|/externalId|missing",
        "\"X-1\"|\"a\\nb\"|/externalId|unknown-code",
        "\"X-1\"|7|/externalId|wrong-kind",
        "-05:00\"|\"|/asOf|time-without-zone",
        "2026-03-07T11:50:00Z|2026-03-09T11:50:00Z|/occurredAt|future-time",
        "2026-03-07T11:50:00Z|1066-10-14T09:00:00Z|/occurredAt|distant-time",
        "2026-03-07T11:50:00Z|yesterday|/occurredAt|not-a-time",
        "\"active\"|\"sleeping\"|/status|unknown-code",
        "\"yes\"|\"maybe\"|/domestic|unknown-code",
        "\"4A12\"|\"4A12\",\"priority\":0|/priority|out-of-range",
        "\"4A12\"|\"4A12\",\"priority\":1.5|/priority|wrong-kind",
        "\"4A12\"|\"4A12\",\"sequence\":99999999999999999999|/sequence|wrong-kind",
        "\"4A12\"|\"4A12\",\"municipality\":\"12 Canary Street\"|/municipality|unknown-code",
        "\"4A12\"|\"4A12\",\"relationship\":\"friend\"|/relationship|unknown-code",
        "\"4A12\"|\"4A12\",\"test\":\"yes\"|/test|wrong-kind",
        "\"limps\"|\"limps\",\"birthDate\":\"31.12.1990\"|/persons/0/birthDate|not-a-date",
        "\"limps\"|\"limps\",\"staffId\":\"me\"|/persons/0/staffId|not-an-id",
        "\"alleged-offender\"|\"boss\"|/persons/0/role|unknown-code",
        "\"ref\":\"1\",|''|/persons/0/ref|missing",
      })
  void aWrongFieldIsNamedAndNothingOfItIsRepeated(
      String good, String wrong, String pointer, String code) {
    Problem problem = refused(GOOD.replace(good, wrong));
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.pointer()).isEqualTo(pointer);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.title() + problem.expected()).doesNotContain("Canary", "31.12", "boss");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nonsense",
        "{\"externalId\":\"a\",\"externalId\":\"b\"}",
        "{} {}",
        "{\"x\":0.75e9990002795949}",
        "\u00ff\u00fe"
      })
  void whatIsNoJsonIsUnreadable(String text) {
    assertThat(refused(text).status()).isEqualTo(400);
  }

  @Test
  void deepNestingIsUnreadable() {
    assertThat(refused("{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}").status())
        .isEqualTo(400);
  }

  @Test
  void aListIsNoReport() {
    assertThat(refused("[]").code()).isEqualTo("not-an-object");
  }

  @Test
  void oneReferenceMayHaveTwoRolesButEachOnce() {
    String twice =
        GOOD.replace(
            "\"persons\":[", "\"persons\":[{\"ref\":\"1\",\"role\":\"alleged-offender\"},");
    assertThat(refused(twice).code()).isEqualTo("twice");
    assertThat(read(twice.replaceFirst("alleged-offender", "victim")).persons()).hasSize(2);
  }

  private static String fieldOf(Report report, VaultField field) {
    return Objects.requireNonNull(report.persons().getFirst().fields().get(field)).reveal();
  }

  private static Report read(String json) {
    return ReportReader.read(json.getBytes(StandardCharsets.UTF_8), false, NOW);
  }

  private static Problem refused(String json) {
    return Objects.requireNonNull(catchThrowableOfType(Problem.class, () -> read(json)));
  }
}
