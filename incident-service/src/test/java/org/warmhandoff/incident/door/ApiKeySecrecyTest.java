package org.warmhandoff.incident.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Uses keys in every way, right and wrong, and looks for them where they must not be. */
@QuarkusTest
@WithStack("incident-service")
class ApiKeySecrecyTest {

  private final WholeLog log = new WholeLog();

  @BeforeEach
  void listen() {
    Doors.open();
    log.open();
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void aKeyIsShownOnceAndStoredNowhere() {
    JsonNode key = Keys.makeSigned("windsor");
    JsonNode plain = Keys.make("windsor", "CAD");
    String whole = plain.path("key").asText();
    String wrong = whole.substring(0, 84) + (whole.endsWith("0") ? "1" : "0");
    Keys.post(plain, report(newNumber())).then().statusCode(201);
    Keys.with(plain).body("{").post("/api/v1/incidents").then().statusCode(400);
    Keys.post(key, report(newNumber())).then().statusCode(403);
    Keys.with(wrong).get("/api/v1/incidents?externalId=x").then().statusCode(401);
    RestAssured.given()
        .header("Authorization", "Bearer " + plain.path("key").asText())
        .get("/api/v1/incidents?externalId=none")
        .then()
        .statusCode(404);
    JsonNode fresh = Keys.rotate("windsor", plain);
    Keys.revoke("windsor", fresh);
    Keys.post(fresh, report(newNumber())).then().statusCode(401);
    Browser administrator = Doors.browser("administrator");
    String shown =
        administrator.get("/police-services/windsor/keys").body()
            + Doors.as(Tokens.of("administrator"))
                .get(Keys.doors("windsor"))
                .then()
                .statusCode(200)
                .extract()
                .asString();

    String tables = CanaryTest.tables();
    String logged = String.join("\n", log.lines());
    String metrics = RestAssured.get("/q/metrics").asString();
    assertThat(log.lines()).isNotEmpty();
    for (JsonNode one : List.of(key, plain, fresh)) {
      String secret = one.path("key").asText().substring(21);
      String raw = new String(HexFormat.of().parseHex(secret), StandardCharsets.ISO_8859_1);
      for (String place : List.of(tables, logged, shown, metrics)) {
        assertThat(place.contains(secret)).isFalse();
        assertThat(place.contains(raw)).isFalse();
      }
    }
    String signing = key.path("signingSecret").asText().substring("whsec_".length());
    String raw = new String(Base64.getDecoder().decode(signing), StandardCharsets.ISO_8859_1);
    String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(signing));
    for (String place : List.of(tables, logged, shown, metrics)) {
      assertThat(place.contains(signing)).isFalse();
      assertThat(place.contains(raw)).isFalse();
      assertThat(place.contains(hex)).isFalse();
    }
    assertThat(logged.contains(wrong)).isFalse();
    assertThat(tables.getBytes(UTF_8)).isNotEmpty();
    assertThat(tables).contains(key.path("id").asText());
  }
}
