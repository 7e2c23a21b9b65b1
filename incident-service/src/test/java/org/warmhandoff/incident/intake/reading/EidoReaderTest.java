package org.warmhandoff.incident.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.ReportedPerson;
import org.warmhandoff.incident.VaultField;

/** The published example of the project, whole, and everything that may be wrong with one. */
class EidoReaderTest {

  private static final Instant NOW = Instant.parse("2026-02-01T03:20:00Z");
  private static final Path EXAMPLE = Path.of("../docs/examples/eido-domestic.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readsTheIncident() {
    Report report = read(example());
    assertThat(report.externalId())
        .isEqualTo("urn:emergency:uid:incidentid:d5a1f03b77c:demo-police.example");
    assertThat(report.mode()).isEqualTo(Mode.LIVE);
    assertThat(report.position().asOf()).isEqualTo(Instant.parse("2026-02-01T03:15:00Z"));
    assertThat(report.facts().occurredAt()).isEqualTo(Instant.parse("2026-02-01T03:04:10Z"));
    assertThat(report.facts().type()).isEqualTo("DVA");
    assertThat(report.facts().status()).isEqualTo(Status.ACTIVE);
    assertThat(report.facts().domestic()).isEqualTo(Known.YES);
    assertThat(report.facts().physical()).isEqualTo(Known.YES);
    assertThat(report.facts().relationship()).isEqualTo("SE");
    assertThat(report.facts().municipality()).isEqualTo("windsor");
    assertThat(report.facts().priority()).isEqualTo(2);
  }

  @Test
  void readsThePersonsByRole() {
    Report report = read(example());
    assertThat(report.persons().stream().map(ReportedPerson::role))
        .containsExactly(PartyRole.VICTIM, PartyRole.ALLEGED_OFFENDER, PartyRole.CALLER);
    assertThat(revealed(report.persons().getFirst()))
        .containsEntry(VaultField.NAME, "Demo Maple")
        .containsEntry(VaultField.BIRTH_DATE, "1990-12-31")
        .containsEntry(VaultField.LANGUAGE, "fr")
        .containsEntry(VaultField.PHONE, "+15195550114")
        .containsEntry(VaultField.ADDRESS, "12 Demo Maple Street, Windsor, ON, CA")
        .containsEntry(VaultField.RECORD_NUMBER, "RMS-10442")
        .containsEntry(VaultField.SAFE_CONTACT, "{\"phone\":\"no\",\"after\":\"18:00\"}");
    assertThat(revealed(report.persons().get(1)))
        .containsEntry(VaultField.NAME, "Demo Person Birch");
    assertThat(revealed(report.persons().get(2))).containsEntry(VaultField.PHONE, "+15195550113");
  }

  @Test
  void keepsWhatItDoesNotUseWithWhomItSpeaksOf() {
    Report report = read(example());
    assertThat(Objects.requireNonNull(report.kept()).reveal())
        .contains("shouting next door", "parties separated", "note-1", "W-2026-004711")
        .contains("4A12", "Demo Medic", "call-2", "loc-scene", "add-incident")
        .doesNotContain("Birch", "brown", "5550114", "RMS-10442", "18:00", "loc-victim");
    assertThat(revealed(report.persons().getFirst()).get(VaultField.UNKNOWN_FIELDS))
        .contains("brown", "5550114", "loc-victim");
    assertThat(report.toString()).doesNotContain("Birch", "brown", "shouting");
  }

  @Test
  void aTelephoneIsOneHoweverItsSchemeIsWritten() {
    Report report = read(example().replace("tel:+15195550114", "TEL:+15195550114"));
    assertThat(revealed(report.persons().getFirst()))
        .containsEntry(VaultField.PHONE, "+15195550114");
  }

  @Test
  void whatHasNoIdIsNobodysOwn() {
    String anonymous = example().replace("\"$id\":\"add-incident\",", "");
    assertThat(anonymous).isNotEqualTo(example());
    assertThat(read(anonymous).facts().relationship()).isEqualTo("SE");
    Report noCallBack = read(example().replace("\"$id\":\"cb-2\",", ""));
    assertThat(noCallBack.persons().getFirst().fields()).doesNotContainKey(VaultField.PHONE);
    assertThat(noCallBack.persons().get(1).fields()).doesNotContainKey(VaultField.PHONE);
  }

  @Test
  void anAdditionBringsWhatTheStandardHasNoPlaceForAndNothingElse() {
    Report report =
        read(
            example()
                .replace(
                    "{\\\"domestic\\\": \\\"yes\\\"",
                    "{\\\"note\\\":\\\"x\\\",\\\"domestic\\\": null,\\\"test\\\":true,\\\"status\\\":\\\"closed\\\""));
    assertThat(report.mode()).isEqualTo(Mode.TEST);
    assertThat(report.facts().domestic()).isEqualTo(Known.YES);
    assertThat(report.facts().status()).isEqualTo(Status.ACTIVE);
    assertThat(Objects.requireNonNull(report.kept()).reveal()).contains("shouting next door");
  }

  @Test
  void manyPartiesAreRefusedBeforeTheyAreReadAndOneAddressIsReadOnce() {
    ObjectNode many = JSON.createObjectNode();
    many.putArray("personIncidentRoleRegistryText").add("Victim").add("Suspect").add("Witness");
    many.putArray("locationReference").addObject().put("$ref", "loc-victim");
    Problem refused =
        refused(
            example(
                eido -> {
                  for (int i = 0; i < 1_500; i++) {
                    eido.withArray("personComponent").add(many.deepCopy().put("$id", "p" + i));
                  }
                }));
    assertThat(refused.code()).isEqualTo("too-many");
    assertThat(refused.pointer()).isEqualTo("/personComponent");
  }

  @Test
  void aNoteThatIsGoneIsGone() {
    Report report = read(example(eido -> eido.withArray("notesComponent").remove(0)));
    assertThat(Objects.requireNonNull(report.kept()).reveal())
        .contains("parties separated")
        .doesNotContain("shouting next door");
    assertThat(report.canonical()).isNotEqualTo(read(example()).canonical());
  }

  @Test
  void theSameStateSentAgainIsTheSameContent() {
    Report again =
        read(example(eido -> eido.put("lastUpdateTimeStamp", "2026-01-31T22:18:00-05:00")));
    assertThat(again.canonical()).isEqualTo(read(example()).canonical());
  }

  @ParameterizedTest
  @CsvSource({
    "Active;ResourcesOnscene, ACTIVE",
    "Closed, CLOSED",
    "Cancelled;Closed, CANCELLED",
    "Closed;ReOpened, ACTIVE",
    "closed, CLOSED",
    "SomethingLocal, ACTIVE"
  })
  void readsTheStatus(String statuses, Status status) {
    Report report =
        read(
            example(
                eido -> {
                  var list = incident(eido).putArray("incidentStatusCommonRegistryText");
                  Stream.of(statuses.split(";")).forEach(list::add);
                }));
    assertThat(report.facts().status()).isEqualTo(status);
  }

  @Test
  void anArrestIsADisposition() {
    Report report =
        read(
            example(
                eido ->
                    ((ObjectNode) incident(eido).withArray("dispositionComponent").get(0))
                        .put("dispositionCommonRegistryCode", "03")));
    assertThat(report.facts().arrest()).isEqualTo(Known.YES);
  }

  @Test
  void withoutACallItSaysWhenItWasKnownAndNotWhenItBegan() {
    Report report = read(example(eido -> eido.remove("callComponent")));
    assertThat(report.begun()).isFalse();
    assertThat(report.facts().occurredAt()).isEqualTo(report.position().asOf());
  }

  @Test
  void aCallWithoutAnIncidentGetsAnAnswerItsSenderCanActOn() {
    Problem refused = refused(example(eido -> eido.remove("incidentComponent")));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("no-incident");
    assertThat(refused.pointer()).isEqualTo("/incidentComponent");
    assertThat(refused.expected()).contains("once the CAD has opened the incident");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"eidoVersion\":\"1.0\"|\"eidoVersion\":\"2.0\"|/eidoVersion|eido-version",
        "\"1990-12-31\"|\"31.12.1990\"|/personComponent/0/ncPersonComponent/birthDate|not-a-date",
        "\"$id\":\"per-1\"|\"$id\":\"\"|/personComponent/0|missing",
        "\\\"SE\\\"|\\\"friend\\\"|/additionalDataComponent/0/additionalDataByValue|unknown-code",
        "\"{\\\"domestic\\\"|\"no{\\\"domestic\\\"|/additionalDataComponent/0/additionalDataByValue|not-an-object",
        "\"DVA\"|\"\"|/incidentComponent/incidentTypeCommonRegistryText|missing",
        "2026-01-31T22:04:10-05:00|2026-01-31T22:04:10|/callComponent/0/callStartTimestamp|time-without-zone",
        "[\"Victim\"]|\"Victim\"|/personComponent/0/personIncidentRoleRegistryText|wrong-kind",
        "[\"Active\",\"ResourcesOnscene\"]|\"Closed\"|/incidentComponent/incidentStatusCommonRegistryText|wrong-kind",
        "\"incidentCommonPriorityNumber\":2|\"incidentCommonPriorityNumber\":18446744073709551617|/incidentComponent/incidentCommonPriorityNumber|wrong-kind",
      })
  void aRefusalNamesThePlaceInTheEido(String part, String other, String pointer, String code) {
    String sent = example();
    assertThat(sent).contains(part);
    String changed = sent.replace(part, other);
    Problem refused = refused(changed);
    assertThat(refused.pointer()).isEqualTo(pointer);
    assertThat(refused.code()).isEqualTo(code);
  }

  private static ObjectNode incident(ObjectNode eido) {
    return (ObjectNode) eido.path("incidentComponent");
  }

  private static Map<VaultField, String> revealed(ReportedPerson person) {
    return person.fields().entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, field -> field.getValue().reveal()));
  }

  private static String example() {
    return example(eido -> {});
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

  private static Report read(String eido) {
    return EidoReader.read(eido.getBytes(java.nio.charset.StandardCharsets.UTF_8), false, NOW);
  }

  private static Problem refused(String eido) {
    return Objects.requireNonNull(catchThrowableOfType(Problem.class, () -> read(eido)));
  }
}
