package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** The officer's pages beside the scene itself, as a browser without JavaScript uses them. */
@QuarkusTest
@WithStack("incident-service")
class FactPagesTest {

  private static final Pattern TAP = Pattern.compile("name=\"tap\" value=\"([0-9a-f-]{36})\"");

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void whatIsKnownIsSaidWithPlainForms() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    Browser officer = Doors.browser("windsor-officer-1");
    String scene = officer.get("/scene/" + incident).body();
    assertThat(scene)
        .contains("/incident/scene/" + incident + "/facts")
        .contains("/incident/console/taps.js")
        .contains("data-holder=\"" + Tokens.staffIdOf("windsor-officer-1") + "\"");
    String page = officer.get("/scene/" + incident + "/facts").body();
    assertThat(page)
        .contains("Is a charge laid?", "Not decided", "Nobody said yet.")
        .doesNotContain("Made Up", "555-01", "onclick", "style=", "NOT_FOUND");
    Matcher taps = TAP.matcher(page);
    assertThat(taps.results().map(found -> found.group(1)).distinct().count())
        .as("each form has an id of its own")
        .isEqualTo(6);

    say(officer, incident, "charge", Map.of("charge", "laid"));
    say(officer, incident, "custody", Map.of("custody", "released"));
    say(officer, incident, "no-contact-order", Map.of("order", "exists"));
    say(officer, incident, "children", Map.of("children", "yes"));
    say(officer, incident, "language", Map.of("language", "ar"));
    officer.post(
        "/scene/" + incident + "/access-needs",
        List.of(Map.entry("needs", "mobility"), Map.entry("needs", "hearing")));
    assertThat(officer.get("/scene/" + incident + "/facts").body())
        .contains(
            "Charge laid</p>",
            "Released, conditions written down</p>",
            "There is one</p>",
            "Yes</p>",
            "ar</p>",
            "Hearing, Walking and stairs</p>",
            "value=\"mobility\" checked");
    assertThat(officer.get("/scene/" + incident + "/facts").body())
        .contains("value=\"laid\" class=\"secondary\" aria-pressed=\"true\"")
        .doesNotContain("value=\"none\" class=\"secondary\" aria-pressed", "None needed.");
    say(officer, incident, "access-needs", Map.of());
    assertThat(officer.get("/scene/" + incident + "/facts").body())
        .contains("None needed.")
        .doesNotContain("Nobody said yet.");
    JsonNode facts = Doors.incident("windsor-officer-1", incident).path("facts");
    assertThat(facts.path("circumstances").path("accessNeeds").size()).isZero();
    assertThat(facts.path("released").asText()).isEqualTo("YES");
  }

  @Test
  void aFormThatIsSentTwiceCountsOnceAndAnotherWordNeedsAnotherForm() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    Browser officer = Doors.browser("windsor-officer-1");
    Matcher found = TAP.matcher(officer.get("/scene/" + incident).body());
    assertThat(found.find()).isTrue();
    Map<String, String> form = new HashMap<>(Map.of("suspect", "left", "tap", found.group(1)));
    assertThat(officer.send("/scene/" + incident + "/scene-safe", form).statusCode())
        .isEqualTo(303);
    officer.send("/scene/" + incident + "/scene-safe/revocation", Map.of());
    assertThat(officer.send("/scene/" + incident + "/scene-safe", form).statusCode())
        .isEqualTo(303);
    assertThat(officer.get("/scene/" + incident).body()).contains("Not safe yet");
    form.put("suspect", "in-custody");
    assertThat(officer.send("/scene/" + incident + "/scene-safe", form).statusCode())
        .isEqualTo(409);
  }

  @Test
  void aTapOfSomebodyElseIsNotTakenAsMine() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    Browser officer = Doors.browser("windsor-officer-1");
    officer.get("/scene/" + incident);
    Map<String, String> theirs =
        Map.of("help", "on-site", "officer", Tokens.staffIdOf("windsor-officer-2").toString());
    assertThat(officer.send("/scene/" + incident + "/worker-wanted", theirs).statusCode())
        .isEqualTo(403);
    assertThat(Doors.toldTypes(incident)).containsExactly("incident-reported");
    Map<String, String> mine =
        Map.of("help", "on-site", "officer", Tokens.staffIdOf("windsor-officer-1").toString());
    assertThat(officer.send("/scene/" + incident + "/worker-wanted", mine).statusCode())
        .isEqualTo(303);
    officer.send("/scene/" + incident + "/scene-safe", Map.of("suspect", "left"));
    assertThat(
            officer
                .send(
                    "/scene/" + incident + "/scene-safe/revocation",
                    Map.of("officer", Tokens.staffIdOf("windsor-officer-2").toString(), "age", "-"))
                .statusCode())
        .as("doubt counts whoever said it")
        .isEqualTo(303);
    assertThat(officer.get("/scene/" + incident).body()).contains("Not safe yet");
  }

  @Test
  void aPageExplainsATapThatIsTooOldToSaySafe() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    Browser officer = Doors.browser("windsor-officer-1");
    officer.get("/scene/" + incident);
    HttpResponse<String> asked =
        officer.send(
            "/scene/" + incident + "/scene-safe",
            Map.of(
                "suspect", "left", "at", "2026-01-01T10:00:00Z", "sentAt", "2026-01-01T10:05:01Z"));
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("Is it still so?").doesNotContain("2026-01-01");
    assertThat(officer.send("/scene/" + incident + "/clear", Map.of("at", "at noon")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void screensAreFilledInWithPlainForms() {
    UUID incident = reported("cad-windsor", report(newNumber()));
    Browser officer = Doors.browser("windsor-officer-1");
    assertThat(officer.get("/scene/" + incident + "/screens").body())
        .contains("No screen was filled in yet", "Lethality screen", "ODARA", "DASH")
        .contains("Only for assessors an administrator named.")
        .doesNotContain("screens/b-safer");
    String odara = officer.get("/scene/" + incident + "/screens/odara").body();
    assertThat(odara)
        .contains("Question 13", "name=\"item-13\"", "name=\"inclusion-2\"", "Not answered")
        .doesNotContain("Question 14", "name=\"judged\"", "data-tap");
    assertThat(officer.get("/scene/" + incident + "/screens/lethality").body())
        .contains("Question 11", "I believe the risk is high");
    assertThat(officer.get("/scene/" + incident + "/screens/dash").body())
        .contains("name=\"yes\"", "max=\"24\"")
        .doesNotContain("Question 1");
    assertThat(officer.get("/scene/" + incident + "/screens/b-safer").statusCode()).isEqualTo(403);
    assertThat(officer.get("/scene/" + incident + "/screens/tea").statusCode()).isEqualTo(404);
    assertThat(officer.send("/scene/" + incident + "/screens/tea", Map.of()).statusCode())
        .isEqualTo(404);

    HttpResponse<String> sent =
        officer.send(
            "/scene/" + incident + "/screens/lethality",
            Map.of("item-1", "not-answered", "item-4", "no", "judged", "high"));
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(
            officer
                .send("/scene/" + incident + "/screens/odara", Map.of("inclusion-1", "no"))
                .statusCode())
        .isEqualTo(303);
    assertThat(
            officer
                .send(
                    "/scene/" + incident + "/screens/dash",
                    Map.of("yes", "11", "notAnswered", "0", "judged", ""))
                .statusCode())
        .isEqualTo(303);
    assertThat(
            officer
                .send("/scene/" + incident + "/screens/dash", Map.of("yes", "many"))
                .statusCode())
        .isEqualTo(422);
    assertThat(officer.get("/scene/" + incident + "/screens").body())
        .contains("High: most urgent", "by judgement", "Raised: more urgent", "not scored");
  }

  @Test
  void thePagesSpeakFrench() {
    UUID incident = reported("cad-richelieu", report(newNumber()));
    Browser officer = Doors.browser("richelieu-officer-1", "fr");
    assertThat(officer.get("/scene/" + incident).body())
        .contains("Accusation, arrestation, enfants, besoins", "Pas encore de réponse");
    assertThat(officer.get("/scene/" + incident + "/facts").body())
        .contains("Une accusation est-elle portée ?", "Pas décidé", "lang=\"fr\"");
    assertThat(officer.get("/scene/" + incident + "/screens").body())
        .contains("Aucune évaluation", "Évaluation de la létalité");
    assertThat(officer.get("/scene/" + incident + "/screens/odara").body())
        .contains("Sans réponse", "contact physique");
  }

  @Test
  void theScriptIsAFileOfOurOwnAndKeepsNoTypedText() {
    String script = RestAssured.get("/console/taps.js").then().statusCode(200).extract().asString();
    assertThat(script).contains("handoff.taps").doesNotContain("http://", "https://", "eval(");
  }

  private static void say(Browser officer, UUID incident, String door, Map<String, String> form) {
    assertThat(officer.send("/scene/" + incident + "/" + door, form).statusCode())
        .as(door)
        .isEqualTo(303);
  }
}
