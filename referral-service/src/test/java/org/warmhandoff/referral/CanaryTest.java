package org.warmhandoff.referral;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.AgencyAnswer.ReferralStatusChanged;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Records.Found;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.Stack;
import org.warmhandoff.testbed.WithStack;

/**
 * Names, phones and words planted at every door, and looked for wherever they must not be: topics,
 * tables, logs, metrics.
 */
@QuarkusTest
@WithStack("referral-service")
@QuarkusTestResource(VaultServer.class)
class CanaryTest {

  private static final Path LOG = Path.of("target/referral-service.log");
  private static final List<String> CANARIES =
      List.of(VaultServer.NAME, VaultServer.PHONE, "5550177", "Canary");

  private final Sql sql = Sql.database("referral");

  @BeforeEach
  void agencies() {
    Doors.describeAgencies();
  }

  @Test
  void nothingThatCouldIdentifySomeoneIsLeftAnywhere() throws IOException {
    Scene scene = Scene.windsor().reported();
    UUID referral = Doors.referred(scene, Doors.HOUSE);
    plantAtTheDoors(scene, referral);
    Doors.content(Doors.HOUSE, referral).statusCode(200);
    Doors.content(Doors.HOUSE, Doors.referred(failing(), Doors.HOUSE)).statusCode(503);
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "rejected", "reason", "no-capacity"))
        .statusCode(204);
    UUID poison = plantOnTheTopic(referral);
    Doors.until(
        "set aside",
        () ->
            sql.count("select count(*) from quarantine where record_key = ?", poison.toString())
                == 1);
    for (String canary : CANARIES) {
      inTables(canary);
      inTopics(canary);
      assertFalse(Files.readString(LOG).contains(canary), "in the log: " + canary);
      assertFalse(metrics().contains(canary), "in the metrics: " + canary);
    }
    assertTrue(Files.readString(LOG).contains("the vault answered 500"), "the log is the log");
  }

  private static Scene failing() {
    return Scene.windsor().with(VaultServer.FAILING).reported();
  }

  private static void plantAtTheDoors(Scene scene, UUID referral) {
    for (String field :
        List.of("person", "agency", "purpose", "textVersion", "language", "form", "decision")) {
      Map<String, Object> body = Doors.consent(scene, Doors.FSWE);
      body.put(field, VaultServer.NAME);
      Doors.post(Doors.OFFICER, body).statusCode(422);
    }
    Map<String, Object> needs = Doors.consent(scene, Doors.FSWE);
    needs.put("needs", List.of(VaultServer.PHONE));
    Doors.post(Doors.OFFICER, needs).statusCode(422);
    Map<String, Object> unknown = Doors.consent(scene, Doors.FSWE);
    unknown.put("note", VaultServer.NAME + " " + VaultServer.PHONE);
    Doors.post(Doors.OFFICER, unknown).statusCode(201);
    Doors.answer(Doors.HOUSE, referral, Map.of("status", "rejected", "reason", VaultServer.NAME))
        .statusCode(422);
    Doors.answer(Doors.HOUSE, referral, Map.of("status", VaultServer.NAME)).statusCode(422);
    Doors.as(Doors.OFFICER)
        .contentType("application/json")
        .body("{\"person\": \"" + VaultServer.NAME)
        .post("/api/v1/consents")
        .then()
        .statusCode(400);
  }

  /** An agency that puts a name into a reason, and one that sends no event at all. */
  private UUID plantOnTheTopic(UUID referral) {
    UUID named = UUID.randomUUID();
    say(
        named,
        referral,
        "{\"agency\":\"hiatus-house\",\"referral\":\"%s\",\"status\":\"REJECTED\",\"reason\":\"%s\",\"at\":\"%s\"}"
            .formatted(referral, VaultServer.NAME, Instant.EPOCH));
    UUID poison = UUID.randomUUID();
    say(UUID.randomUUID(), poison, "{\"client\":\"" + VaultServer.NAME + "\"}");
    Doors.until(
        "refused",
        () -> sql.count("select count(*) from refused_answer where event = ?", named) == 1);
    return poison;
  }

  private static void say(UUID id, UUID referral, String body) {
    Records.send(
        Access.principalOf(Doors.HOUSE),
        Topics.agencyAnswers(Doors.HOUSE),
        referral.toString(),
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id.toString(),
            "ce_source",
            "/agencies/hiatus-house",
            "ce_type",
            EventTypes.name(ReferralStatusChanged.class),
            "ce_subject",
            referral.toString(),
            "content-type",
            "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private void inTables(String canary) {
    for (Map<String, ?> table :
        sql.rows(
            "select table_name from information_schema.tables where table_schema = 'public' and"
                + " table_type = 'BASE TABLE'")) {
      String name = String.valueOf(table.get("table_name"));
      assertEquals(
          0,
          sql.count("select count(*) from " + name + " t where t::text like ?", "%" + canary + "%"),
          canary + " in table " + name);
      // Bodies lie in bytea columns, which show as hex.
      String hex = hex(canary);
      assertEquals(
          0,
          sql.count("select count(*) from " + name + " t where t::text like ?", "%" + hex + "%"),
          canary + " as bytes in table " + name);
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Every topic this service writes; what an agency says on its own is the agency's. */
  private static void inTopics(String canary) {
    List<String> topics = new ArrayList<>(List.of(Topics.CONSENT, Topics.REFERRAL));
    Stack.AGENCIES.forEach(agency -> topics.add(Topics.agencyReferrals(agency)));
    for (String topic : topics) {
      for (Found found : Records.read(topic)) {
        assertFalse(
            (found.key() + found.headers() + found.body()).contains(canary),
            canary + " in " + topic);
      }
    }
  }

  private static String metrics() {
    return given().get("/q/metrics").then().extract().asString();
  }
}
