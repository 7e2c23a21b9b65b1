package org.warmhandoff.notification;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

/** What the gateway of the tests was given for one number. */
record Telephone(String number) {

  /** Of the numbers that belong to nobody. */
  static Telephone of(int line) {
    return new Telephone("+151955501%02d".formatted(line));
  }

  private static String gateway() {
    return System.getProperty("handoff.test.telephone", "");
  }

  List<Map<String, String>> received() {
    return given()
        .queryParam("to", number)
        .get(gateway() + "/outbox")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("$");
  }

  /** It answers its next messages with these statuses, and takes what comes after them. */
  void answers(String statuses) {
    given()
        .queryParam("to", number)
        .queryParam("statuses", statuses)
        .get(gateway() + "/answers")
        .then()
        .statusCode(200);
  }

  String as(String kind) {
    return "{\"kind\":\"%s\",\"verified\":true,\"address\":\"%s\",\"proof\":\"called-back\"}"
        .formatted(kind, number);
  }
}
