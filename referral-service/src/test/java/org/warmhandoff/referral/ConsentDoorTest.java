package org.warmhandoff.referral;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.ConsentGiven;
import org.warmhandoff.contracts.ConsentEvent.ConsentRefused;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(VaultServer.class)
class ConsentDoorTest {

  private final Sql sql = Sql.database("referral");

  @BeforeEach
  void agencies() {
    Doors.describeAgencies();
  }

  private static String text(String language) {
    return Doors.as(Doors.OFFICER)
        .queryParam("purpose", "SUPPORT")
        .queryParam("agency", Doors.HOUSE)
        .queryParam("language", language)
        .get("/api/v1/consent-texts")
        .then()
        .statusCode(200)
        .body("version", equalTo("2026-1"))
        .extract()
        .path("text");
  }

  @Test
  void whatIsRecordedIsTheHashOfTheWordsThatWereShown() throws Exception {
    String words = text("en");
    assertTrue(words.contains("Agency hiatus-house can help you"), words);
    assertTrue(text("fr").contains("peut vous aider"));
    UUID consent = Doors.give(Scene.windsor(), Doors.HOUSE);
    ConsentGiven given =
        Doors.awaited(Topics.CONSENT, ConsentGiven.class, event -> event.consent().equals(consent));
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(words.getBytes(StandardCharsets.UTF_8)));
    assertEquals(hash, given.textHash());
    assertEquals(Tokens.staffIdOf(Doors.OFFICER), given.takenBy());
    assertEquals(List.of(DataCategory.NAME, DataCategory.PHONE), given.categories());
    assertEquals(List.of("shelter"), given.needs());
    assertEquals(
        words,
        sql.rows("select words from consent_text where hash = ?", hash).getFirst().get("words"));
  }

  @Test
  void itIsAcceptedForAnIncidentNotHeardOfYetAndHeldToTheStrictProfile() {
    Scene unheard = Scene.of("elsewhere", "XX", "UTC", Mode.LIVE);
    UUID consent = Doors.give(unheard, Doors.HOUSE);
    ConsentGiven given =
        Doors.awaited(Topics.CONSENT, ConsentGiven.class, event -> event.consent().equals(consent));
    assertTrue(
        !given.expiresAt().isAfter(given.validFrom().plus(Duration.ofDays(180))), given::toString);
  }

  @Test
  void aRefusalIsAnObservationThatOpensNothing() {
    Scene scene = Scene.windsor().reported();
    Map<String, Object> no = Doors.consent(scene, Doors.HOUSE);
    no.put("decision", "refused");
    no.put("asserted", true);
    UUID consent = Doors.give(no);
    ConsentRefused refused =
        Doors.awaited(
            Topics.CONSENT, ConsentRefused.class, event -> event.consent().equals(consent));
    assertTrue(refused.asserted());
    UUID yes = Doors.give(scene, Doors.HOUSE);
    Doors.requested(yes);
    assertEquals(0, sql.count("select count(*) from referral where consent = ?", consent));
  }

  @ParameterizedTest
  @CsvSource({
    "textVersion, 1999-1,     422, unknown-text,     /textVersion",
    "language,    tlh,        422, unknown-text,     /textVersion",
    "agency,      nobody,     422, unknown-agency,   /agency",
    "purpose,     GOSSIP,     422, invalid,          /purpose",
    "decision,    perhaps,    422, invalid,          /decision",
    "person,      not-an-id,  422, invalid,          /person",
    "asserted,    ,           422, invalid,          /asserted",
    "categories,  ,           422, nothing-to-share, /categories",
  })
  void badInputSaysWhichFieldAndNotWhatItHeld(
      String field, String value, int status, String code, String pointer) {
    Map<String, Object> body = Doors.consent(Scene.windsor(), Doors.HOUSE);
    body.put(field, value);
    Doors.post(Doors.OFFICER, body)
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("type", equalTo("https://warmhandoff.org/problems/" + code))
        .body("pointer", equalTo(pointer));
  }

  @Test
  void whatAPersonAsksForIsACodeAndNeverWords() {
    Map<String, Object> body = Doors.consent(Scene.windsor(), Doors.HOUSE);
    body.put("needs", List.of(VaultServer.NAME));
    Doors.post(Doors.OFFICER, body).statusCode(422).body(not(containsString("Canary")));
  }

  @Test
  void whatAPersonAsksForIsACodeOfThisInstallation() {
    Map<String, Object> body = Doors.consent(Scene.windsor(), Doors.HOUSE);
    body.put("needs", List.of("shelter", "john-smith"));
    Doors.post(Doors.OFFICER, body)
        .statusCode(422)
        .body("pointer", equalTo("/needs/1"))
        .body(not(containsString("smith")));
    body.put("needs", List.of("john-smith"));
    Doors.post(Doors.OFFICER, body).statusCode(422).body("pointer", equalTo("/needs/0"));
  }

  @Test
  void aWorkerAsksOnlyWhereTheyTookTheAssignment() {
    Scene scene = Scene.windsor().reported().known();
    String address = "/api/v1/consents/" + Doors.give(scene, Doors.FSWE) + "/withdrawal";
    Doors.post("onscene-worker-1", Doors.consent(scene, Doors.HOUSE))
        .statusCode(404)
        .body("type", endsWith("/not-assigned"))
        .body("title", containsString("try again"));
    Doors.as("onscene-worker-1").post(address).then().statusCode(404);
    scene.takenBy("onscene-worker-1", Audience.VICTIM);
    Doors.post("onscene-worker-2", Doors.consent(scene, Doors.HOUSE)).statusCode(404);
    Doors.post("onscene-worker-1", Doors.consent(scene, Doors.HOUSE)).statusCode(201);
    Doors.as("onscene-worker-2").post(address).then().statusCode(404);
    Doors.as("onscene-worker-1").post(address).then().statusCode(204);
  }

  @Test
  void whoeverIsAPartyFindsNothing() {
    Scene officers = Scene.windsor().reportedWithout(Tokens.staffIdOf(Doors.OFFICER));
    Doors.post(Doors.OFFICER, Doors.consent(officers, Doors.HOUSE)).statusCode(404);
    UUID consent =
        UUID.fromString(
            Doors.post("windsor-officer-2", Doors.consent(officers, Doors.HOUSE))
                .statusCode(201)
                .extract()
                .<String>path("consent"));
    String address = "/api/v1/consents/" + consent + "/withdrawal";
    Doors.as(Doors.OFFICER).post(address).then().statusCode(404);
    Scene workers = Scene.windsor().reportedWithout(Tokens.staffIdOf("onscene-worker-1"));
    workers.takenBy("onscene-worker-1", Audience.VICTIM);
    Doors.post("onscene-worker-1", Doors.consent(workers, Doors.HOUSE)).statusCode(404);
    Doors.as("privacy-officer").post(address).then().statusCode(204);
  }

  @Test
  void unreadableAndForeignBodiesAreRefused() {
    Doors.as(Doors.OFFICER)
        .contentType("application/json")
        .body("{\"incident\":")
        .post("/api/v1/consents")
        .then()
        .statusCode(400);
    Doors.as(Doors.OFFICER)
        .contentType("text/plain")
        .body("yes")
        .post("/api/v1/consents")
        .then()
        .statusCode(415);
    Doors.as(Doors.OFFICER)
        .contentType("application/json")
        .body("\"" + "x".repeat(1_100_000) + "\"")
        .post("/api/v1/consents")
        .then()
        .statusCode(413);
  }

  @Test
  void anotherPoliceServiceSeesNothing() {
    Scene scene = Scene.windsor().reported();
    UUID consent = Doors.give(scene, Doors.HOUSE);
    Doors.requested(consent);
    Doors.post("cleveland-officer-1", Doors.consent(scene, Doors.FSWE)).statusCode(404);
    Doors.as("cleveland-officer-1")
        .post("/api/v1/consents/" + consent + "/withdrawal")
        .then()
        .statusCode(404);
  }

  @Test
  void aWorkerAsksOnlyOnTheirOwnSide() {
    Scene scene = Scene.windsor();
    Map<String, Object> outreach = Doors.consent(scene, "entraide");
    outreach.put("purpose", "OUTREACH");
    outreach.put("person", scene.offender());
    scene.takenBy("onscene-worker-1", Audience.VICTIM);
    scene.takenBy(outreachWorker(), Audience.ALLEGED_OFFENDER);
    Doors.post("onscene-worker-1", outreach).statusCode(403);
    Doors.post("onscene-worker-1", Doors.consent(scene, Doors.HOUSE)).statusCode(201);
    Doors.post(outreachWorker(), Doors.consent(scene, Doors.FSWE)).statusCode(403);
    Doors.post(outreachWorker(), outreach).statusCode(201);
  }

  private static String outreachWorker() {
    return "outreach-worker-1";
  }
}
