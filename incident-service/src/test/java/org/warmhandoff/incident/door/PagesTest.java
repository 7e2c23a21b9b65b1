package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentConcluded;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorTold;
import org.warmhandoff.contracts.AssignmentEvent.WorkerEnRoute;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** The pages, with a real login and without a line of JavaScript. */
@QuarkusTest
@WithStack("incident-service")
class PagesTest {

  private static final UUID WORKER = Tokens.staffIdOf("onscene-worker-1");

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void anOfficerSaysThreeThingsWithPlainForms() {
    String number = newNumber();
    UUID incident = reported("cad-windsor", report(number));
    Browser officer = Doors.browser("windsor-officer-1");
    String list = officer.get("/scene").body();
    assertThat(list).contains("Incident " + number, "/incident/scene/" + incident);

    String page = officer.get("/scene/" + incident).body();
    assertThat(page)
        .contains("action=\"/incident/scene/" + incident + "/scene-safe\"")
        .contains("action=\"/incident/scene/" + incident + "/worker-wanted\"")
        .contains("action=\"/incident/scene/" + incident + "/clear\"")
        .contains(
            "/referral/consent?incident="
                + incident
                + "&amp;person="
                + Doors.person(incident, "VICTIM"))
        .contains("Nobody was asked for yet.")
        .contains("Not safe yet")
        .doesNotContain("Not safe any more", "Made Up", "555-01", "onclick", "style=");

    HttpResponse<String> said =
        officer.send("/scene/" + incident + "/scene-safe", Map.of("suspect", "in-custody"));
    assertThat(said.statusCode()).isEqualTo(303);
    assertThat(said.headers().firstValue("Location").orElseThrow())
        .endsWith("/incident/scene/" + incident);
    assertThat(
            officer
                .send("/scene/" + incident + "/worker-wanted", Map.of("help", "on-site"))
                .statusCode())
        .isEqualTo(303);
    assertThat(officer.get("/scene/" + incident).body())
        .contains("Scene safe", "Not safe any more", "Asked for: a worker here");
    assertThat(officer.send("/scene/" + incident + "/clear", Map.of()).statusCode()).isEqualTo(303);
    assertThat(Doors.toldTypes(incident))
        .containsExactly(
            "incident-reported", "scene-declared-safe", "worker-wanted", "officers-cleared");
  }

  @Test
  void thePagesSpeakFrench() {
    UUID incident = reported("cad-richelieu", report(newNumber()));
    Browser officer = Doors.browser("richelieu-officer-1", "fr");
    assertThat(officer.get("/scene").body()).contains("Incidents ouverts", "lang=\"fr\"");
    assertThat(officer.get("/scene/" + incident).body())
        .contains("Les lieux sont-ils sûrs", "Nous partons");
  }

  @Test
  void aFormFromElsewhereIsRefusedAndAWrongChoiceExplained() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    Browser officer = Doors.browser("windsor-officer-1");
    officer.get("/scene");
    assertThat(
            officer
                .send("/scene/" + incident + "/scene-safe", Map.of("suspect", "gone fishing"))
                .statusCode())
        .isEqualTo(422);
    assertThat(officer.get("/scene/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    UUID elsewhere = reported("cad-cleveland", report(newNumber()));
    assertThat(officer.get("/scene/" + elsewhere).statusCode()).isEqualTo(404);
  }

  @Test
  void theOfficerSeesWhoComesButNotFromWhomOrHowItEnds() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    UUID assignment = UUID.randomUUID();
    Instant now = TestClock.now();
    Browser officer = Doors.browser("windsor-officer-1");
    Doors.tell(incident, assignment, 1, opened(incident, assignment, HelpMode.ON_SITE));
    Doors.awaitHelp(assignment, "LOOKING");
    assertThat(officer.get("/scene/" + incident).body()).contains("Looking for a worker");
    Doors.tell(
        incident,
        assignment,
        2,
        new PageAccepted(incident, assignment, "windsor-onscene", WORKER, now));
    Doors.awaitHelp(assignment, "ASSIGNED");
    assertThat(officer.get("/scene/" + incident).body())
        .contains("A worker is coming", "at the scene")
        .doesNotContain("windsor-onscene", WORKER.toString());
    Instant expected = now.plusSeconds(1200);
    Doors.tell(
        incident, assignment, 3, new WorkerEnRoute(incident, assignment, WORKER, now, expected));
    Doors.awaitHelpExpected(assignment, expected);
    assertThat(officer.get("/scene/" + incident).body())
        .containsPattern("A worker comes, about \\d\\d:\\d\\d")
        .doesNotContain(WORKER.toString());
    Doors.tell(
        incident,
        assignment,
        4,
        new AssignmentConcluded(
            incident, assignment, "windsor-onscene", WORKER, Outcome.DECLINED, now, null));
    Doors.awaitHelp(assignment, "ENDED");
    assertThat(officer.get("/scene/" + incident).body().toLowerCase(java.util.Locale.ROOT))
        .contains("ended")
        .doesNotContain("declined");
  }

  @Test
  void whereNobodyComesTheOfficerHasANumberToGive() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    UUID assignment = UUID.randomUUID();
    Instant now = TestClock.now();
    Doors.tell(incident, assignment, 1, opened(incident, assignment, HelpMode.VIRTUAL));
    Doors.tell(
        incident,
        assignment,
        2,
        new SupervisorTold(
            incident, assignment, "hiatus-virtual", UUID.randomUUID(), now, now.plusSeconds(300)));
    Doors.awaitHelp(assignment, "NOBODY");
    assertThat(Doors.browser("windsor-officer-1").get("/scene/" + incident).body())
        .contains("Give the victim this number:", "555-0142");
  }

  @Test
  void whoeverAskedHasTheNumberUntilSomebodyIsLookedFor() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    Browser officer = Doors.browser("windsor-officer-1");
    assertThat(officer.get("/scene/" + incident).body()).doesNotContain("555-0142");
    officer.send("/scene/" + incident + "/worker-wanted", Map.of("help", "virtual"));
    assertThat(officer.get("/scene/" + incident).body())
        .contains("Nobody is on the way now.", "555-0142")
        .doesNotContain("Nobody can come");
    UUID assignment = UUID.randomUUID();
    Doors.tell(incident, assignment, 1, opened(incident, assignment, HelpMode.VIRTUAL));
    Doors.awaitHelp(assignment, "LOOKING");
    assertThat(officer.get("/scene/" + incident).body()).doesNotContain("555-0142");
  }

  @Test
  void safetyCanBeTakenBackAfterTheOfficersLeft() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    Browser officer = Doors.browser("windsor-officer-1");
    officer.get("/scene/" + incident);
    officer.send("/scene/" + incident + "/clear", Map.of());
    assertThat(officer.get("/scene/" + incident).body())
        .contains("Not safe any more", "Scene is safe");
    officer.send("/scene/" + incident + "/scene-safe/revocation", Map.of());
    assertThat(Doors.toldTypes(incident))
        .containsExactly("incident-reported", "officers-cleared", "scene-safety-revoked");
  }

  @Test
  void theAssignedWorkerSeesTheVictimsContactDataAndTheLookIsRecorded() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    UUID assignment = UUID.randomUUID();
    Browser worker = Doors.browser("onscene-worker-1");
    assertThat(worker.get("/contact/" + incident).statusCode()).isEqualTo(404);
    assigned(incident, assignment, Audience.VICTIM, HelpMode.ON_SITE, WORKER);

    assertThat(worker.get("/contact/" + incident).body())
        .contains("Made Up Victim", "555-0101", "Ask for consent to a referral")
        .contains(
            "/referral/consent?incident="
                + incident
                + "&amp;person="
                + Doors.person(incident, "VICTIM"))
        .doesNotContain("Made Up Man", "555-0102")
        .doesNotContain(Doors.person(incident, "ALLEGED_OFFENDER").toString());
    assertThat(
            Doors.SQL.count(
                "select count(*) from access_record where incident = ? and person = ?"
                    + " and reader = ? and role = 'social-worker' and 'PHONE' = any (fields)",
                incident,
                Doors.person(incident, "VICTIM"),
                WORKER.toString()))
        .isEqualTo(1);
    assertThat(Doors.browser("onscene-worker-2").get("/contact/" + incident).statusCode())
        .isEqualTo(404);

    Doors.tell(
        incident,
        assignment,
        3,
        new AssignmentConcluded(
            incident,
            assignment,
            "windsor-onscene",
            WORKER,
            Outcome.REFERRED,
            TestClock.now(),
            null));
    Doors.awaitHelp(assignment, "ENDED");
    assertThat(worker.get("/contact/" + incident).statusCode()).isEqualTo(404);
  }

  @Test
  void followUpShowsNobodyHere() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    UUID worker = Tokens.staffIdOf("fswe-worker-1");
    assigned(incident, UUID.randomUUID(), Audience.VICTIM, HelpMode.FOLLOW_UP, worker);
    assertThat(Doors.browser("fswe-worker-1").get("/contact/" + incident).body())
        .contains("consent is checked")
        .doesNotContain("Made Up");
  }

  @Test
  void outreachSeesNothingOfTheVictims() {
    ObjectNode report = report(newNumber()).put("arrest", "yes").put("released", "yes");
    ((ObjectNode) report.path("persons").get(1)).put("address", "9 Canary Street");
    UUID incident = reported("cad-richelieu", report);
    UUID worker = Tokens.staffIdOf("outreach-worker-1");
    assigned(incident, UUID.randomUUID(), Audience.ALLEGED_OFFENDER, HelpMode.OUTREACH, worker);
    Browser outreach = Doors.browser("outreach-worker-1");
    assertThat(outreach.get("/contact/" + incident).body())
        .contains("Made Up Man", "555-0102")
        .contains("&amp;person=" + Doors.person(incident, "ALLEGED_OFFENDER"))
        .doesNotContain("Made Up Victim", "555-0101", "Canary Street")
        .doesNotContain(Doors.person(incident, "VICTIM").toString());
    assertThat(
            Doors.SQL.count(
                "select count(*) from access_record where incident = ? and person = ?"
                    + " and reader = ? and purpose = 'shared-number-check'"
                    + " and fields = array['PHONE']",
                incident,
                Doors.person(incident, "VICTIM"),
                worker.toString()))
        .isOne();

    ObjectNode shared = report.deepCopy();
    ((ObjectNode) shared.path("persons").get(1)).put("phone", "(555) 0101");
    Doors.post("cad-richelieu", shared).then().statusCode(200);
    assertThat(outreach.get("/contact/" + incident).body())
        .contains("Made Up Man", "is not shown")
        .doesNotContain("0101");
    Doors.post("cad-richelieu", shared.deepCopy().put("released", "no")).then().statusCode(200);
    assertThat(outreach.get("/contact/" + incident).body())
        .contains("Not yet: he must be released")
        .doesNotContain("Made Up Man");
  }

  private static void assigned(
      UUID incident, UUID assignment, Audience audience, HelpMode mode, UUID worker) {
    Doors.tell(
        incident,
        assignment,
        1,
        new AssignmentOpened(incident, assignment, "a-program", audience, mode, TestClock.now()));
    Doors.tell(
        incident,
        assignment,
        2,
        new PageAccepted(incident, assignment, "a-program", worker, TestClock.now()));
    Doors.awaitHelp(assignment, "ASSIGNED");
  }

  private static AssignmentOpened opened(UUID incident, UUID assignment, HelpMode mode) {
    return new AssignmentOpened(
        incident, assignment, "windsor-onscene", Audience.VICTIM, mode, TestClock.now());
  }
}
