package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;

/** What tests of alerts do: take a page, raise something, look, answer, judge. */
final class Raising {

  private Raising() {}

  /**
   * Stops business time. The service may have seen a later instant than this test while the clock
   * was being written, and never goes back: a second ahead is ahead of both, on a slow machine too.
   */
  static void freeze() {
    TestClock.freezeAt(TestClock.now().plusSeconds(1));
  }

  /** What is left waiting would call on the supervisors of the tests that follow. */
  static void end(String policeService) {
    Town.SQL.run(
        "update alert set due_at = null, acknowledged_at = now(), verdict = 'APPROVED'"
            + " where police_service = ?",
        policeService);
    // and workers who have something in hand would not be free for them
    Town.SQL.run("delete from hold where police_service = ?", policeService);
  }

  static UUID accepted(String worker, UUID incident, String program) {
    Town.eventually(
        () ->
            Town.SQL.count(
                    "select count(*) from page where incident = ? and program = ?"
                        + " and ended_at is null",
                    incident,
                    program)
                == 1);
    UUID assignment =
        (UUID)
            Objects.requireNonNull(
                Town.SQL
                    .rows(
                        "select assignment from page where incident = ? and program = ?"
                            + " and ended_at is null",
                        incident,
                        program)
                    .getFirst()
                    .get("assignment"));
    Town.as(Tokens.of(worker))
        .post("/api/v1/assignments/" + assignment + "/acceptance")
        .then()
        .statusCode(204);
    return assignment;
  }

  static UUID incident(UUID assignment) {
    return (UUID)
        Objects.requireNonNull(
            Town.SQL
                .rows("select incident from assignment where id = ?", assignment)
                .getFirst()
                .get("incident"));
  }

  static UUID danger(String worker, UUID assignment, String danger, int status) {
    return post(worker, assignment, "imminent-danger", "{\"danger\":\"" + danger + "\"}", status);
  }

  static UUID post(String worker, UUID assignment, String what, String body, int status) {
    String answer =
        Town.as(Tokens.of(worker))
            .body(body)
            .post("/api/v1/assignments/" + assignment + "/" + what)
            .then()
            .statusCode(status)
            .extract()
            .asString();
    assertFalse(answer.contains("canary"), answer);
    return status == 200
        ? UUID.fromString(JsonPath.from(answer).getString("advisory"))
        : new UUID(0, 0);
  }

  static Records.Found advised(UUID advisory) {
    return Records.await(
        Topics.CAD_ADVISORIES,
        Town.PATIENCE,
        found -> advisory.toString().equals(found.headers().get("ce_id")));
  }

  static String type(Records.Found found) {
    return found.header("ce_type").replaceAll("org.warmhandoff.|.v1", "");
  }

  static JsonPath alerts(String person) {
    return Town.as(Tokens.of(person))
        .get("/api/v1/alerts")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  static List<String> waiting(String supervisor) {
    return alerts(supervisor).getList("toAcknowledge.id", String.class);
  }

  static List<Map<String, Object>> judged(String supervisor) {
    return alerts(supervisor).getList("toJudge");
  }

  static void acknowledge(String supervisor, UUID alert, int status) {
    Town.as(Tokens.of(supervisor))
        .post("/api/v1/alerts/" + alert + "/acknowledgement")
        .then()
        .statusCode(status);
  }

  static void judge(String supervisor, UUID alert, String verdict, int status) {
    Town.as(Tokens.of(supervisor))
        .body(Map.of("verdict", verdict))
        .post("/api/v1/alerts/" + alert + "/approval")
        .then()
        .statusCode(status);
  }

  /** The clerk looks at once when the clock is moved, and every fifty milliseconds. */
  static void settle() {
    Town.eventually(
        () ->
            Town.SQL.count(
                    "select count(*) from alert where due_at <= cast(? as timestamptz)",
                    TestClock.now().toString())
                == 0);
  }
}
