package org.warmhandoff.incident.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.intake.reading.Readings.eido;
import static org.warmhandoff.incident.intake.reading.Readings.example;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.incident.intake.reading.Reading.Ignored;
import org.warmhandoff.incident.intake.reading.Reading.Understood;
import org.warmhandoff.incident.intake.reading.Reading.Why;

/** What is told of an EIDO, at the places where it stands there. */
class EidoReadingTest {

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
}
