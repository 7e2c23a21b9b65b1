package org.warmhandoff.incident.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a sender does that signs its requests: with the wall clock of the database, and a new id
 * each time.
 */
final class Signing {

  static final HttpClient HTTP = HttpClient.newHttpClient();

  private Signing() {}

  /** The wall clock of the database, which the senders' is held to. */
  static long now() {
    return Doors.SQL.count("select extract(epoch from clock_timestamp())::bigint");
  }

  static String newId() {
    return "msg_" + UUID.randomUUID();
  }

  static String signature(JsonNode key, String id, long seconds, byte[] body) {
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

  static Map<String, String> headers(String id, long seconds, String signature) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put("webhook-signature", signature);
    return headers;
  }

  static Map<String, String> signed(JsonNode key, byte[] body) {
    String id = newId();
    long now = now();
    return headers(id, now, signature(key, id, now, body));
  }

  static HttpRequest request(JsonNode key, String type, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/incident/api/v1/incidents"))
            .header("X-Api-Key", key.path("key").asText())
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return request.build();
  }

  static HttpResponse<String> post(
      JsonNode key, String type, Map<String, String> headers, byte[] body) throws Exception {
    return HTTP.send(request(key, type, headers, body), BodyHandlers.ofString());
  }

  static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(Doors.json(answer.body()).path("type").asText()).endsWith("/" + code);
  }

  static byte[] body() {
    return report(newNumber()).toString().getBytes(UTF_8);
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }
}
