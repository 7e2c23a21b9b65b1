package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Checking.JSON;
import static org.warmhandoff.incident.door.Checking.as;
import static org.warmhandoff.incident.door.Checking.check;
import static org.warmhandoff.incident.door.Checking.codes;
import static org.warmhandoff.incident.door.Checking.event;
import static org.warmhandoff.incident.door.Checking.gzip;
import static org.warmhandoff.incident.door.Checking.only;
import static org.warmhandoff.incident.door.Checking.post;
import static org.warmhandoff.incident.door.Checking.send;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.person;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** The check door: every format, nothing stored, nothing of the content told. */
@QuarkusTest
@WithStack("incident-service")
class CheckTest {
  private static final String EIDO = "application/emergency.eido+json";
  private static final String NDJSON = "application/x-ndjson";
  private static final String EVENT = "application/cloudevents+json";
  private static final String EVENTS = "application/cloudevents-batch+json";
  private static final Path EXAMPLE = Path.of("../docs/examples/eido-domestic.json");

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void saysOfOurOwnReportWhatItWouldBecome() throws Exception {
    ObjectNode report = report(newNumber()).put("type", "LOCAL-7").put("mood", "x");
    JsonNode checked = only(check(JSON, report));
    assertThat(checked.path("taken").asBoolean()).isTrue();
    assertThat(checked.path("format").asText()).isEqualTo("ours");
    assertThat(as(checked, "/type")).isEqualTo("a code unknown here, told as OTHER");
    assertThat(as(checked, "/municipality")).isEqualTo("ward-7");
    assertThat(as(checked, "/persons/0/phone")).isEqualTo("a telephone number");
    assertThat(checked.path("ignored").path(0).path("pointer").asText()).isEqualTo("/mood");
    assertThat(codes(checked, "hints")).contains("unknown-type", "relationship-not-said");
    assertThat(only(check(JSON, report(newNumber()))).path("hints").toString())
        .doesNotContain("unknown-type");
  }

  @Test
  void saysAllThatWouldBeRefusedAndHowToMendIt() throws Exception {
    ObjectNode report = report(newNumber());
    report.remove("externalId");
    report.put("asOf", "2026-01-31T22:15:00").put("status", "on-scene");
    report.put("occurredAt", TestClock.now().plusSeconds(900_000).toString());
    ((ObjectNode) report.path("persons").get(1)).put("role", "husband");
    JsonNode checked = only(check(JSON, report));
    assertThat(checked.path("taken").asBoolean(true)).isFalse();
    assertThat(codes(checked, "refused"))
        .containsExactlyInAnyOrder(
            "missing", "time-without-zone", "unknown-code", "future-time", "unknown-code");
    checked
        .path("refused")
        .forEach(one -> assertThat(one.path("mend").asText()).isNotEmpty().doesNotContain("{"));
    assertThat(checked.path("hints")).isEmpty();
  }

  @Test
  void hintsAtWhatIsTakenAndCouldBeBetter() throws Exception {
    ObjectNode report = report(newNumber()).put("type", "DISTURBANCE").put("test", true);
    report.remove("domestic");
    report.put("asOf", TestClock.now().plusSeconds(600).toString());
    report.putArray("persons").add(person("1", "victim")).add(person("1", "alleged-offender"));
    assertThat(codes(only(check(JSON, report)), "hints"))
        .contains("domestic-not-said", "time-ahead", "victim-without-phone", "dual-role", "drill");
    report.putArray("persons");
    assertThat(codes(only(check(JSON, report)), "hints")).contains("no-victim");
  }

  @Test
  void readsAnEidoAndOneOfACallThatHasNoIncidentYet() throws Exception {
    ObjectNode eido = (ObjectNode) Doors.JSON.readTree(Files.readString(EXAMPLE));
    JsonNode checked = only(check(EIDO, eido));
    assertThat(checked.path("taken").asBoolean()).as(checked.toString()).isTrue();
    assertThat(checked.path("format").asText()).isEqualTo("eido");
    assertThat(checked.toString())
        .contains("/personComponent/0/ncPersonComponent/name", "no-party", "other-purpose")
        .contains("unused-code", "ReOpened")
        .doesNotContain("Maple", "Birch", "5195550", "RMS-10442");
    eido.remove("incidentComponent");
    JsonNode call = only(check(EIDO, eido));
    assertThat(codes(call, "refused")).containsExactly("no-incident");
    assertThat(call.path("refused").path(0).path("mend").asText()).contains("opened the incident");
    assertThat(call.path("understood")).isNotEmpty();
  }

  @Test
  void readsEventsAndBatchesAndLines() throws Exception {
    ObjectNode event = event(report(newNumber()));
    assertThat(as(only(check(EVENT, event)), "/type")).isEqualTo("DVA");
    ObjectNode wrong = event(report(newNumber()).put("status", "gone"));
    JsonNode batch =
        Doors.json(
            post(
                    EVENTS,
                    null,
                    ("[" + event + "," + wrong + ",{}]").getBytes(StandardCharsets.UTF_8))
                .body());
    assertThat(batch).hasSize(3);
    assertThat(batch.path(0).path("taken").asBoolean()).isTrue();
    assertThat(batch.path(1).path("refused").path(0).path("pointer").asText())
        .isEqualTo("/data/status");
    assertThat(batch.path(2).path("taken").asBoolean(true)).isFalse();
    String lines = report(newNumber()) + "\n\n{\"a\":1,\"a\":2}\n" + report(newNumber());
    HttpResponse<String> answer =
        post(NDJSON, "gzip", gzip(lines.getBytes(StandardCharsets.UTF_8)));
    List<JsonNode> rows = answer.body().lines().map(Doors::json).toList();
    assertThat(rows).extracting(row -> row.path("row").asInt()).containsExactly(1, 3, 4);
    assertThat(rows)
        .extracting(row -> row.path("taken").asBoolean())
        .containsExactly(true, false, true);
    assertThat(rows.get(1).path("refused").path(0).path("mend").asText())
        .contains("stands twice", "line 1");
  }

  @Test
  void saysWhatCannotBeOpenedLikeAnyOtherRefusal() throws Exception {
    byte[] body = report(newNumber()).toString().getBytes(StandardCharsets.UTF_8);
    JsonNode unread = only(post(JSON, "gzip", body));
    assertThat(codes(unread, "refused")).containsExactly("encoding");
    assertThat(unread.path("format").asText()).isEqualTo("unread");
    assertThat(unread.path("cut").asBoolean()).isTrue();
    assertThat(codes(only(post(JSON, null, new byte[0])), "refused")).containsExactly("unreadable");
    assertThat(post("text/plain", null, body).statusCode()).isEqualTo(415);
  }

  @Test
  void speaksFrenchWhereItIsAsked() throws Exception {
    ObjectNode report = report(newNumber());
    report.remove("type");
    HttpResponse<String> answer =
        send(JSON, null, report.toString().getBytes(StandardCharsets.UTF_8), "fr-CA");
    assertThat(only(answer).path("refused").path(0).path("mend").asText())
        .startsWith("Envoyez cela");
    assertThat(as(only(answer), "/persons/0/name")).isEqualTo("un nom");
    assertThat(
            only(send(JSON, null, report("x").toString().getBytes(StandardCharsets.UTF_8), "fr"))
                .toString())
        .doesNotContain("\"a name\"", "your number", "code unknown");
    assertThat(
            as(
                only(
                    send(
                        JSON,
                        null,
                        report(newNumber()).toString().getBytes(StandardCharsets.UTF_8),
                        "de, fr;q=0.5")),
                "/persons/0/phone"))
        .isEqualTo("un num\u00e9ro de t\u00e9l\u00e9phone");
  }

  @Test
  void aStreamThatBreaksOffIsToldInTheRowWhereItDid() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      lines.append(report(newNumber()).put("note", java.util.UUID.randomUUID().toString()));
      lines.append('\n');
    }
    byte[] whole = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        post(NDJSON, "gzip", java.util.Arrays.copyOf(whole, whole.length / 2));
    List<JsonNode> rows = answer.body().lines().map(Doors::json).toList();
    JsonNode last = rows.getLast();
    assertThat(codes(last, "refused")).containsExactly("encoding");
    assertThat(last.path("row").asInt()).isEqualTo(rows.size()).isGreaterThan(1);
  }

  @Test
  void tellsWhereAFieldStandsWhoseNameMayBeContent() throws Exception {
    ObjectNode report = report(newNumber()).put("7B", 1);
    JsonNode ignored = only(check(JSON, report)).path("ignored").path(0);
    assertThat(ignored.path("pointer").asText()).isEqualTo("/?");
    assertThat(ignored.path("nth").asInt()).isEqualTo(report.size());
    assertThat(ignored.path("of").asText("none")).isEmpty();
  }

  /** A document with many mistakes is read anew behind each of them: many at once have to wait. */
  @Test
  void aFloodOfLargeChecksIsHeldBack() throws Exception {
    ObjectNode report = report(newNumber()).put("note", "n".repeat(90_000));
    report.putArray("persons");
    for (int i = 0; i < 50; i++) {
      report.withArray("persons").add(person("p" + i, "COMPL"));
    }
    byte[] body = report.toString().getBytes(StandardCharsets.UTF_8);
    java.util.concurrent.ConcurrentLinkedQueue<Integer> statuses =
        new java.util.concurrent.ConcurrentLinkedQueue<>();
    List<Thread> threads =
        java.util.stream.IntStream.range(0, 60)
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              try {
                                statuses.add(post(JSON, null, body).statusCode());
                              } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(statuses)
        .hasSize(60)
        .contains(200)
        .allMatch(status -> status == 200 || status == 429);
  }

  @Test
  void storesNothingAndTellsNobody() throws Exception {
    String number = newNumber();
    ObjectNode planted = report(number).put("note", "Kanarienvogel sings");
    ObjectNode victim = (ObjectNode) planted.path("persons").get(0);
    victim.put("name", "Kanarienvogel").put("phone", "555-0177").put("Kanarienvogel Meier", "x");
    String before = counts();
    for (String status : List.of("active", "Kanarienvogel")) {
      HttpResponse<String> answer = check(JSON, planted.put("status", status));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).doesNotContain("Kanarienvogel", "555-0177", number);
    }
    assertThat(counts()).isEqualTo(before);
    Doors.as(Tokens.client("cad-windsor"))
        .get("/api/v1/incidents?externalId=" + number)
        .then()
        .statusCode(404);
  }

  @Test
  void agreesWithThePostThatFollows() throws Exception {
    for (String field : List.of("externalId", "asOf", "type", "status", "domestic", "priority")) {
      ObjectNode report = report(newNumber());
      report.put(field, "\u0000?");
      JsonNode checked = only(check(JSON, report));
      JsonNode posted = Doors.json(Doors.post("cad-windsor", report).asString());
      assertThat(checked.path("refused").path(0).path("type")).isEqualTo(posted.path("type"));
      assertThat(checked.path("refused").path(0).path("pointer")).isEqualTo(posted.path("pointer"));
    }
  }

  /** How many rows every table that a post would write to has. */
  private static String counts() {
    StringBuilder all = new StringBuilder();
    for (String table : List.of("incident", "outbox", "party", "person", "idempotency_key")) {
      all.append(table).append(Doors.SQL.count("select count(*) from " + table)).append(' ');
    }
    return all.toString();
  }
}
