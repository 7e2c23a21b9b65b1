package org.warmhandoff.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Whoever asks why somebody was not called reads a sentence, and no more than they may know. */
@QuarkusTest
@WithStack("notification-service")
class ExplanationDoorTest {

  private final Town town = new Town();

  @Test
  void whatTouchesAPartyIsTheFullReasonForThePrivacyOfficeAlone() {
    town.put(
            "scene",
            town.program(
                "scene",
                "on-site",
                "scene-safe-and-worker-wanted",
                "onscene-supervisor-1",
                "onscene-supervisor-2"))
        .statusCode(200);
    town.onDuty("scene", "onscene-worker-6");
    UUID party = Tokens.staffIdOf("onscene-worker-6");
    UUID incident =
        town.report(
            Incidents.facts().receivedAt(TestClock.now()).excluded(party).build(), Mode.LIVE);
    town.wanted(incident, Help.ON_SITE);
    town.safe(incident);
    Town.told(incident, "assignment-opened");

    String explanation = "/api/v1/incidents/" + incident + "/explanation";
    String of = "programs.flatten().workers.flatten().find { it.staff.contains('%s') }.reason";
    Town.as(Tokens.client("operator"))
        .get(explanation)
        .then()
        .statusCode(200)
        .body(of.formatted(party), equalTo("not available"))
        .body("zone", hasItem("America/Toronto"))
        .body("[-1].programs[0].start", not(equalTo("it starts now")));
    Town.as(Tokens.of("privacy-officer"))
        .get(explanation)
        .then()
        .statusCode(200)
        .body(of.formatted(party), equalTo("a party to this incident"));
    Town.as(Tokens.of("privacy-officer"))
        .header("Accept-Language", "fr-CA, en;q=0.5")
        .get(explanation)
        .then()
        .body(of.formatted(party), equalTo("partie à cet incident"));
    assertEquals(
        List.of("privacy-officer", "privacy-officer"),
        Town.SQL
            .rows("select read_by from full_reading where incident = ? order by read_at", incident)
            .stream()
            .map(row -> row.get("read_by"))
            .toList(),
        "each reading in full is recorded, and no other");
    // another police service's dispatcher does not learn that there is such an incident
    Town.as(Tokens.of("windsor-dispatcher")).get(explanation).then().statusCode(404);
  }
}
