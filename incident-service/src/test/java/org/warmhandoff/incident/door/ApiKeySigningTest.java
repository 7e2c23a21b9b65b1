package org.warmhandoff.incident.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Signing.HTTP;
import static org.warmhandoff.incident.door.Signing.body;
import static org.warmhandoff.incident.door.Signing.gzip;
import static org.warmhandoff.incident.door.Signing.headers;
import static org.warmhandoff.incident.door.Signing.newId;
import static org.warmhandoff.incident.door.Signing.now;
import static org.warmhandoff.incident.door.Signing.post;
import static org.warmhandoff.incident.door.Signing.refused;
import static org.warmhandoff.incident.door.Signing.request;
import static org.warmhandoff.incident.door.Signing.signature;
import static org.warmhandoff.incident.door.Signing.signed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.incident.Throttle;
import org.warmhandoff.testbed.WithStack;

/** A key whose requests must be signed opens nothing by itself. */
@QuarkusTest
@WithStack("incident-service")
class ApiKeySigningTest {
  private static final String JSON = "application/json";
  @Inject Throttle throttle;
  private JsonNode key = Doors.JSON.nullNode();

  @BeforeEach
  void open() {
    Doors.open();
    key = Keys.makeSigned("windsor");
  }

  @Test
  void aSignedPostIsTakenAndACopyOfItIsNot() throws Exception {
    byte[] body = body();
    String id = newId();
    long now = now();
    Map<String, String> headers = headers(id, now, signature(key, id, now, body));
    assertThat(post(key, JSON, headers, body).statusCode()).isEqualTo(201);
    refused(post(key, JSON, headers, body), 409, "replayed");
    long again = now + 1;
    HttpResponse<String> retry =
        post(key, JSON, headers(id, again, signature(key, id, again, body)), body);
    assertThat(retry.statusCode()).as("signed anew").isEqualTo(200);
    assertThat(retry.body()).contains("unchanged");
  }

  @Test
  void ofManyCopiesAtOnceOneIsTaken() throws Exception {
    byte[] body = body();
    Map<String, String> headers = signed(key, body);
    Callable<Integer> copy = () -> post(key, JSON, headers, body).statusCode();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> one : threads.invokeAll(java.util.Collections.nCopies(6, copy))) {
        statuses.add(one.get());
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
  }

  @Test
  void whatIsNotSignedOrWronglyIsRefused() throws Exception {
    byte[] body = body();
    Map<String, String> right = signed(key, body);
    refused(post(key, JSON, Map.of(), body), 403, "not-signed");
    for (String missing : right.keySet()) {
      Map<String, String> some = new TreeMap<>(right);
      some.remove(missing);
      refused(post(key, JSON, some, body), 403, "not-signed");
    }
    refused(post(key, JSON, right, body()), 403, "wrong-signature");
    refused(
        post(key, JSON, signed(Keys.makeSigned("windsor"), body), body), 403, "wrong-signature");
    Map<String, String> other = new TreeMap<>(right);
    other.put("webhook-id", newId());
    refused(post(key, JSON, other, body), 403, "wrong-signature");
    other = new TreeMap<>(right);
    other.put("webhook-timestamp", Long.toString(now() + 2));
    refused(post(key, JSON, other, body), 403, "wrong-signature");
    assertThat(post(key, JSON, right, body).statusCode())
        .as("what was refused used nothing up")
        .isEqualTo(201);
  }

  @Test
  void aClockThatIsMoreThanFiveMinutesOffIsRefused() throws Exception {
    byte[] body = body();
    String id = newId();
    for (long off : new long[] {-310, 310, -86_400}) {
      long seconds = now() + off;
      refused(
          post(key, JSON, headers(id, seconds, signature(key, id, seconds, body)), body),
          403,
          "signature-time");
    }
    for (long off : new long[] {-280, 280}) {
      long seconds = now() + off;
      assertThat(
              post(key, JSON, headers(id, seconds, signature(key, id, seconds, body)), body)
                  .statusCode())
          .isIn(200, 201);
    }
  }

  @Test
  void aCompressedBodyIsSignedAsItIsSentAndOpenedAfterwards() throws Exception {
    byte[] plain = body();
    byte[] packed = gzip(plain);
    Map<String, String> overPlain = signed(key, plain);
    overPlain.put("Content-Encoding", "gzip");
    refused(post(key, JSON, overPlain, packed), 403, "wrong-signature");
    Map<String, String> overPacked = signed(key, packed);
    overPacked.put("Content-Encoding", "gzip");
    assertThat(post(key, JSON, overPacked, packed).statusCode()).isEqualTo(201);
    byte[] noGzip = "no gzip".getBytes(UTF_8);
    Map<String, String> wrong = signed(Keys.makeSigned("windsor"), noGzip);
    wrong.put("Content-Encoding", "gzip");
    refused(post(key, JSON, wrong, noGzip), 403, "wrong-signature");
    Map<String, String> right = signed(key, noGzip);
    right.put("Content-Encoding", "gzip");
    refused(post(key, JSON, right, noGzip), 400, "encoding");
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsChecked() throws Exception {
    byte[] large = new byte[256 * 1024 + 1];
    refused(post(key, JSON, signed(key, large), large), 413, "too-large");
    Map<String, String> wrongly = headers(newId(), now(), "v1,AAAA");
    HttpRequest chunked =
        HttpRequest.newBuilder(request(key, JSON, wrongly, large), (name, value) -> true)
            .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))
            .build();
    refused(HTTP.send(chunked, BodyHandlers.ofString()), 413, "too-large");
  }

  @Test
  void aStreamOfLinesCannotBeSignedAndABatchCan() throws Exception {
    byte[] lines = body();
    for (String type : List.of("application/x-ndjson", "Application/X-NDJSON; charset=utf-8")) {
      refused(post(key, type, signed(key, lines), lines), 415, "unsigned-lines");
    }
    ObjectNode event = Doors.JSON.createObjectNode().put("specversion", "1.0");
    event.put("id", newNumber()).put("source", "/cad").put("type", "org.warmhandoff.report.v1");
    event.set("data", report(newNumber()));
    byte[] batch = ("[" + event + "]").getBytes(UTF_8);
    String type = "application/cloudevents-batch+json";
    HttpResponse<String> answer = post(key, type, signed(key, batch), batch);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
    assertThat(answer.body()).contains("\"status\":201");
    refused(post(key, type, Map.of(), batch), 403, "not-signed");
    Map<String, String> once = signed(key, batch);
    assertThat(post(key, type, once, batch).statusCode()).isEqualTo(207);
    refused(post(key, type, once, batch), 409, "replayed");
  }

  @Test
  void aReadIsSignedToo() {
    String door = "/api/v1/incidents?externalId=none";
    Keys.with(key).get(door).then().statusCode(403);
    Map<String, String> signed = signed(key, new byte[0]);
    Keys.with(key).headers(signed).get(door).then().statusCode(404);
    Keys.with(key).headers(signed).get(door).then().statusCode(404);
  }

  @Test
  void aCheckedDocumentCannotBeTurnedIntoAReport() throws Exception {
    byte[] body = body();
    Map<String, String> signed = signed(key, body);
    Keys.with(key)
        .headers(signed)
        .body(body)
        .post("/api/v1/incidents/check")
        .then()
        .statusCode(200);
    refused(post(key, JSON, signed, body), 409, "replayed");
  }

  @Test
  void twoStatesUnderOneIdAndSecondAreBothTaken() throws Exception {
    String id = newId();
    long now = now();
    for (byte[] body : List.of(body(), body())) {
      HttpResponse<String> answer =
          post(key, JSON, headers(id, now, signature(key, id, now, body)), body);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
  }

  @Test
  void whatWasRefusedForTheMomentIsTakenWhenItComesAgainAsItIs() throws Exception {
    JsonNode slow =
        Keys.make(
            "windsor",
            Doors.JSON
                .createObjectNode()
                .put("name", "slow")
                .put("signed", true)
                .put("postsPerSecond", 1));
    byte[] body = body();
    Map<String, String> headers = signed(slow, body);
    try (Emptied bucket = Emptied.of(throttle, "windsor", slow)) {
      refused(post(slow, JSON, headers, body), 429, "too-many-posts");
    }
    HttpResponse<String> answer = post(slow, JSON, headers, body);
    while (answer.statusCode() == 429) {
      answer = post(slow, JSON, headers, body);
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void whatWasNotStoredIsTakenWhenItComesAgainAsItIs() throws Exception {
    byte[] body = body();
    Map<String, String> headers = signed(key, body);
    Doors.SQL.run(
        """
        create function no_room() returns trigger language plpgsql as
        'begin raise exception ''no room'' using errcode = ''53100''; end'""");
    Doors.SQL.run(
        """
        create constraint trigger no_room after insert on incident
        deferrable initially deferred for each row execute function no_room()""");
    try {
      refused(post(key, JSON, headers, body), 503, "unavailable");
    } finally {
      Doors.SQL.run("drop function no_room() cascade");
    }
    assertThat(post(key, JSON, headers, body).statusCode()).isEqualTo(201);
    refused(post(key, JSON, headers, body), 409, "replayed");
  }

  @Test
  void duringARotationBothKeysOpenEachWithItsOwnSecret() throws Exception {
    JsonNode fresh = Keys.rotate("windsor", key);
    assertThat(fresh.path("signingSecret").asText())
        .matches("whsec_[A-Za-z0-9+/]{43}=")
        .isNotEqualTo(key.path("signingSecret").asText());
    byte[] body = body();
    refused(post(fresh, JSON, signed(key, body), body), 403, "wrong-signature");
    for (JsonNode one : List.of(key, fresh)) {
      String id = newId();
      long now = now();
      String both = signature(key, id, now, body) + " " + signature(fresh, id, now, body);
      assertThat(post(one, JSON, headers(id, now, both), body).statusCode()).isIn(200, 201);
    }
    String id = newId();
    long now = now();
    String both = signature(key, id, now, body) + " " + signature(fresh, id, now, body);
    assertThat(post(key, JSON, headers(id, now, both), body).statusCode()).isEqualTo(200);
    refused(post(fresh, JSON, headers(id, now, both), body), 409, "replayed");
  }

  @Test
  void whoNeedNotSignMayAndIsNotChecked() throws Exception {
    JsonNode plain = Keys.make("windsor", "CAD");
    byte[] body = body();
    assertThat(post(plain, JSON, signed(key, body), body).statusCode()).isEqualTo(201);
  }
}
