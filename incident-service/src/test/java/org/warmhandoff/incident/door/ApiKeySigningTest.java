package org.warmhandoff.incident.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.incident.Throttle;
import org.warmhandoff.testbed.WithStack;

/** A key whose requests must be signed opens nothing by itself. */
@QuarkusTest
@WithStack("incident-service")
class ApiKeySigningTest {

  private static final String JSON = "application/json";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Inject Throttle throttle;
  private JsonNode key = Doors.JSON.nullNode();

  @BeforeEach
  void open() {
    Doors.open();
    key = Keys.makeSigned("windsor");
  }

  /** The wall clock of the database, which the senders' is held to. */
  private static long now() {
    return Doors.SQL.count("select extract(epoch from clock_timestamp())::bigint");
  }

  private static String newId() {
    return "msg_" + UUID.randomUUID();
  }

  private static String signature(JsonNode key, String id, long seconds, byte[] body) {
    try {
      String secret = key.path("signingSecret").asText().replaceFirst("^whsec_", "");
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static Map<String, String> headers(String id, long seconds, String signature) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put("webhook-signature", signature);
    return headers;
  }

  private static Map<String, String> signed(JsonNode key, byte[] body) {
    String id = newId();
    long now = now();
    return headers(id, now, signature(key, id, now, body));
  }

  private static HttpRequest request(
      JsonNode key, String type, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/incident/api/v1/incidents"))
            .header("X-Api-Key", key.path("key").asText())
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return request.build();
  }

  private static HttpResponse<String> post(
      JsonNode key, String type, Map<String, String> headers, byte[] body) throws Exception {
    return HTTP.send(request(key, type, headers, body), BodyHandlers.ofString());
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(Doors.json(answer.body()).path("type").asText()).endsWith("/" + code);
  }

  private static byte[] body() {
    return report(newNumber()).toString().getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
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
