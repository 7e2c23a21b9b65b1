package org.warmhandoff.referral;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** The pages as a phone without JavaScript uses them. */
@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(VaultServer.class)
class PagesTest {

  private final Sql sql = Sql.database("referral");

  @BeforeEach
  void agencies() {
    Doors.describeAgencies();
  }

  private static String consentPage(Scene scene) {
    return "/consent?incident=" + scene.incident() + "&person=" + scene.victim();
  }

  private static List<Map.Entry<String, String>> form(Scene scene, String decision) {
    return new ArrayList<>(
        List.of(
            entry("incident", scene.incident().toString()),
            entry("person", scene.victim().toString()),
            entry("agency", Doors.HOUSE),
            entry("purpose", "SUPPORT"),
            entry("textVersion", "2026-1"),
            entry("language", "en"),
            entry("categories", "NAME"),
            entry("categories", "LANGUAGE"),
            entry("unheard", "yes"),
            entry("asserted", "false"),
            entry("form", "verbal"),
            entry("urgency", "routine"),
            entry("decision", decision)));
  }

  @Test
  void anOfficerAsksAndTakesBackOnThePhone() {
    Scene scene = Scene.windsor().reported();
    try (Browser phone = Doors.browser(Doors.OFFICER, "en")) {
      HttpResponse<String> choose = phone.get(consentPage(scene));
      assertEquals(200, choose.statusCode());
      assertTrue(choose.body().contains("Whom do you want to ask about?"), choose.body());
      assertTrue(choose.body().contains("Leave this page"), "quick exit");
      assertTrue(choose.body().contains("<title>Notes</title>"), "a neutral title");
      HttpResponse<String> ask =
          phone.get(consentPage(scene) + "&agency=hiatus-house&purpose=SUPPORT");
      assertTrue(ask.body().contains("Agency hiatus-house can help you after today"), ask.body());
      assertTrue(ask.body().contains("Out of sight and hearing of the other party?"));
      for (String button : List.of("given", "refused", "not-now")) {
        assertTrue(ask.body().contains("name=\"decision\" value=\"" + button + "\""), button);
      }
      HttpResponse<String> done = phone.post("/consent", form(scene, "given"));
      assertEquals(200, done.statusCode(), done.body());
      assertTrue(done.uri().getQuery().contains("outcome=given"), done.uri().toString());
      assertTrue(done.body().contains("Noted: yes."), done.body());
      Map<String, ?> consent =
          sql.rows("select * from consent where incident = ?", scene.incident()).getFirst();
      assertEquals("NO", consent.get("overheard"), "out of hearing is not overheard");
      assertEquals(false, consent.get("asserted"));
      Doors.requested(UUID.fromString(String.valueOf(consent.get("id"))));
      HttpResponse<String> again = phone.post("/consent", form(scene, "given"));
      assertEquals(409, again.statusCode());
      HttpResponse<String> taken =
          phone.post(
              "/consent/" + consent.get("id") + "/withdrawal",
              List.of(
                  entry("incident", scene.incident().toString()),
                  entry("person", scene.victim().toString())));
      assertTrue(taken.body().contains("Taken back. It can no longer be read."), taken.body());
    }
  }

  @Test
  void notNowDecidesNothing() {
    Scene scene = Scene.windsor().reported();
    try (Browser phone = Doors.browser(Doors.OFFICER, "en")) {
      phone.get(consentPage(scene));
      HttpResponse<String> done = phone.post("/consent", form(scene, "not-now"));
      assertTrue(done.body().contains("Nothing was decided."), done.body());
      assertEquals(
          0, sql.count("select count(*) from consent where incident = ?", scene.incident()));
      assertEquals(
          "NOT_NOW",
          sql.rows("select what from consent_entry where incident = ?", scene.incident())
              .getFirst()
              .get("what"));
      HttpResponse<String> no = phone.post("/consent", form(scene, "refused"));
      assertTrue(no.body().contains("Noted: no."), no.body());
    }
  }

  @Test
  void theTextIsInTheLanguageChosenAndThePageInTheReaders() {
    Scene scene = Scene.windsor().reported().takenBy("onscene-worker-2", Audience.VICTIM);
    try (Browser phone = Doors.browser("onscene-worker-2", "fr-CA")) {
      HttpResponse<String> choose = phone.get(consentPage(scene));
      assertTrue(choose.body().contains("À propos de qui voulez-vous demander"), choose.body());
      assertFalse(choose.body().contains("entraide"), "nothing of the other side");
      String ask = consentPage(scene) + "&agency=hiatus-house&purpose=SUPPORT";
      assertTrue(phone.get(ask).body().contains("peut vous aider après aujourd’hui"));
      HttpResponse<String> english = phone.get(ask + "&language=en");
      assertTrue(english.body().contains("can help you after today"), english.body());
      assertTrue(english.body().contains("Hors de la vue et de l’ouïe"), english.body());
    }
  }

  @Test
  void aWrongAddressIsACalmPage() {
    Scene scene = Scene.windsor().reported();
    try (Browser phone = Doors.browser(Doors.OFFICER, "en")) {
      HttpResponse<String> page =
          phone.get("/consent?incident=" + VaultServer.NAME.replace(' ', '+'));
      assertEquals(422, page.statusCode());
      assertFalse(page.body().contains("Canary"), page.body());
      assertEquals(403, phone.sendFromElsewhere("/consent", Map.of("a", "b")).statusCode());
      Scene theirs = Scene.windsor().reportedWithout(Tokens.staffIdOf(Doors.OFFICER));
      assertEquals(404, phone.get(consentPage(theirs)).statusCode());
      assertEquals(404, phone.post("/consent", form(theirs, "not-now")).statusCode());
    }
  }

  @Test
  void intakeStaffCloseTheLoopInTheInbox() {
    Scene scene = Scene.windsor().reported();
    UUID referral = Doors.referred(scene, Doors.HOUSE);
    String open = "/inbox/" + referral;
    try (Browser desk = Doors.browser("hiatus-intake", "en")) {
      HttpResponse<String> list = desk.get("/inbox");
      assertTrue(list.body().contains("/referral" + open), list.body());
      HttpResponse<String> one = desk.get(open);
      assertTrue(one.body().contains("Waits for your answer"), one.body());
      assertTrue(one.body().contains("A safe place to stay"), one.body());
      assertFalse(one.body().contains(VaultServer.NAME));
      assertEquals(0, sql.count("select count(*) from disclosure where referral = ?", referral));
      HttpResponse<String> content = desk.get(open + "/content");
      assertTrue(content.body().contains(VaultServer.NAME), content.body());
      assertEquals(1, sql.count("select count(*) from disclosure where referral = ?", referral));
      HttpResponse<String> accepted =
          desk.post(open + "/answers", List.of(entry("status", "ACCEPTED")));
      assertTrue(accepted.body().contains("Accepted"), accepted.body());
      HttpResponse<String> held =
          desk.post(
              open + "/answers",
              List.of(entry("status", "ON_HOLD"), entry("reason", "waiting-for-client")));
      assertTrue(held.body().contains("Waiting for the client"), held.body());
      assertEquals(
          409, desk.post(open + "/answers", List.of(entry("status", "ACCEPTED"))).statusCode());
      desk.post(open + "/answers", List.of(entry("status", "IN_PROGRESS")));
      HttpResponse<String> closed =
          desk.post(open + "/answers", List.of(entry("status", "COMPLETED")));
      assertTrue(closed.body().contains("Completed"), closed.body());
      assertEquals(410, desk.get(open + "/content").statusCode());
    }
    try (Browser other = Doors.browser("fswe-intake", "en")) {
      assertEquals(404, other.get(open).statusCode());
      assertEquals(404, other.get(open + "/content").statusCode());
      assertEquals(
          404, other.post(open + "/answers", List.of(entry("status", "ACCEPTED"))).statusCode());
    }
  }
}
