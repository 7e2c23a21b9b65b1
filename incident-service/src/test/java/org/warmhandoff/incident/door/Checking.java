package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.warmhandoff.testbed.Tokens;

/** How a CAD has its samples checked, and what it looks for in the answer. */
final class Checking {

  static final String JSON = "application/json";

  private Checking() {}

  static ObjectNode event(ObjectNode report) {
    ObjectNode event = Doors.JSON.createObjectNode();
    event.put("specversion", "1.0").put("id", newNumber()).put("source", "/cad");
    event.put("type", "org.warmhandoff.report.v1").put("datacontenttype", JSON);
    event.set("data", report);
    return event;
  }

  static String as(JsonNode checked, String field) {
    for (JsonNode one : checked.path("understood")) {
      if (one.path("field").asText().equals(field)) {
        return one.path("as").asText();
      }
    }
    return "";
  }

  static List<String> codes(JsonNode checked, String list) {
    return checked.path(list).findValuesAsText(list.equals("hints") ? "code" : "type").stream()
        .map(type -> type.replaceAll(".*/", ""))
        .toList();
  }

  static JsonNode only(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode all = Doors.json(answer.body());
    assertThat(all).hasSize(1);
    return all.path(0);
  }

  static HttpResponse<String> check(String type, JsonNode document)
      throws IOException, InterruptedException {
    return post(type, null, document.toString().getBytes(StandardCharsets.UTF_8));
  }

  static HttpResponse<String> post(
      String type, @org.jspecify.annotations.Nullable String encoding, byte[] body)
      throws IOException, InterruptedException {
    return send(type, encoding, body, "en");
  }

  static HttpResponse<String> send(
      String type, @org.jspecify.annotations.Nullable String encoding, byte[] body, String language)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://localhost:" + RestAssured.port + "/incident/api/v1/incidents/check"))
              .header("Authorization", "Bearer " + Tokens.client("cad-windsor"))
              .header("Content-Type", type)
              .header("Accept-Language", language)
              .POST(BodyPublishers.ofByteArray(body));
      Map<String, String> headers =
          encoding == null ? Map.of() : Map.of("Content-Encoding", encoding);
      headers.forEach(request::header);
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }
}
