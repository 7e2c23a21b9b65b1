package org.warmhandoff.incident.door;

import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.testbed.Tokens;

/** Reports of people who may be one, and the doors of a privacy officer. */
final class LinkDoors {

  private static final Random RANDOM = new Random();

  private LinkDoors() {}

  static ObjectNode of(String name, String born, @Nullable String phone) {
    ObjectNode report = report(newNumber());
    ObjectNode victim = named(report, 0, name, born);
    victim.remove("phone");
    if (phone != null) {
      victim.put("phone", phone);
    }
    ((ObjectNode) report.path("persons").get(1)).remove("phone");
    return report;
  }

  static ObjectNode named(ObjectNode report, int at, String name, String born) {
    return ((ObjectNode) report.path("persons").get(at)).put("name", name).put("birthDate", born);
  }

  /** A name nobody else has. */
  static String name() {
    return word() + " " + word();
  }

  static String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      word.append((char) ('a' + RANDOM.nextInt(26)));
    }
    return word.toString();
  }

  static String turned(String name) {
    String[] words = name.split(" ");
    return words[1].toUpperCase(java.util.Locale.ROOT) + ", " + words[0];
  }

  static UUID victim(UUID incident) {
    return Doors.person(incident, "VICTIM");
  }

  static ValidatableResponse links(UUID person) {
    return as(Tokens.of("privacy-officer"))
        .get("/api/v1/links?person=" + person)
        .then()
        .statusCode(200);
  }

  static ValidatableResponse byHand(UUID one, UUID other) {
    return as(Tokens.of("privacy-officer"))
        .body(Map.of("person", one, "other", other))
        .post("/api/v1/links")
        .then();
  }

  static ValidatableResponse undo(UUID one, UUID other) {
    return as(Tokens.of("privacy-officer"))
        .body(Map.of("person", one, "other", other, "because", "not-her"))
        .post("/api/v1/links/undoing")
        .then();
  }

  static String hint(UUID one, UUID other) {
    return Doors.SQL
        .rows(
            "select hint from link_suggestion where (low = ? and high = ?) or (high = ? and low ="
                + " ?)",
            one,
            other,
            one,
            other)
        .stream()
        .map(row -> String.valueOf(row.get("hint")))
        .findFirst()
        .orElse("");
  }

  static String phone(UUID person) {
    return as(Tokens.client("referral-vault"))
        .body(
            Map.of(
                "fields",
                List.of("PHONE"),
                "purpose",
                "SUPPORT",
                "reason",
                "referral-content",
                "onBehalfOf",
                "fswe",
                "referral",
                UUID.randomUUID()))
        .post("/api/v1/persons/" + person + "/reads")
        .then()
        .statusCode(200)
        .extract()
        .path("fields.PHONE");
  }
}
