package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** One resource, several formats by content type, plain and compressed. */
@QuarkusTest
@WithStack("incident-service")
class FormatsTest {

  private static final String JSON = "application/json";
  private static final String EIDO = "application/emergency.eido+json";
  private static final String NDJSON = "application/x-ndjson";
  private static final Path EXAMPLE = Path.of("../docs/examples/eido-domestic.json");

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void anEidoIsAnIncidentLikeAnyOther() throws Exception {
    String number = newNumber();
    byte[] eido = bytes(eido(number));
    HttpResponse<String> answer = post(EIDO, null, eido);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    UUID incident = UUID.fromString(Doors.json(answer.body()).path("incident").asText());
    assertThat(Doors.toldTypes(incident)).containsExactly("incident-reported");
    JsonNode known = Doors.incident("windsor-officer-1", incident);
    assertThat(known.path("externalId").asText()).isEqualTo(number);
    assertThat(Doors.person(incident, "VICTIM"))
        .isNotEqualTo(Doors.person(incident, "ALLEGED_OFFENDER"));
    assertThat(outcome(post(EIDO + "; version=1", null, eido))).isEqualTo("unchanged");
  }

  @Test
  void anEidoWithoutAnIncidentIsAnsweredInWords() throws Exception {
    ObjectNode call = eido(newNumber());
    call.remove("incidentComponent");
    HttpResponse<String> answer = post(EIDO, null, bytes(call));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("/incidentComponent", "tells of a call", "once the CAD");
  }

  /** The Java library throws over some of them what nobody expects of it. */
  @Test
  void anAddressWithADocumentTypeIsNoneAndTheRestIsTaken() throws Exception {
    for (String type : List.of("<!DOCTYPE x [<!ENTITY a \u0001", "<!DOCTYPE x [<!ELEMENT ]><x/>")) {
      ObjectNode eido = eido(newNumber());
      eido.path("locationComponent")
          .forEach(one -> ((ObjectNode) one).put("locationByValue", type));
      HttpResponse<String> answer = post(EIDO, null, bytes(eido));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
  }

  @Test
  void linesAreTakenLiveAndAnsweredOneByOne() throws Exception {
    String rows =
        String.join(
            "\n",
            report(newNumber()).toString(),
            "{\"externalId\":\"Canary Kanarek",
            "",
            report(newNumber()).toString());
    HttpResponse<String> answer = post(NDJSON, "gzip", gzip(rows.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.statusCode()).isEqualTo(200);
    List<JsonNode> told = answer.body().lines().map(Doors::json).toList();
    assertThat(told).extracting(row -> row.path("row").asInt()).containsExactly(1, 2, 4);
    assertThat(told).extracting(row -> row.path("status").asInt()).containsExactly(201, 400, 201);
    assertThat(answer.body()).doesNotContain("Kanarek");
    UUID incident = UUID.fromString(told.getFirst().path("incident").asText());
    assertThat(Doors.told("incident.events.v1", "incident-reported", incident).header("ce_mode"))
        .isEqualTo("live");
  }

  @Test
  void aCompressedReportIsThatReport() throws Exception {
    byte[] body = bytes(report(newNumber()));
    assertThat(post(JSON, "gzip", gzip(body)).statusCode()).isEqualTo(201);
    assertThat(outcome(post(JSON, "identity", body))).isEqualTo("unchanged");
  }

  @Test
  void whatCannotBeOpenedIsRefused() throws Exception {
    byte[] body = bytes(report(newNumber()));
    byte[] half = gzip(body);
    half = java.util.Arrays.copyOf(half, half.length / 2);
    assertThat(problem(post(JSON, "gzip", body), 400)).isEqualTo("encoding");
    assertThat(problem(post(JSON, "gzip", half), 400)).isEqualTo("encoding");
    assertThat(problem(post(JSON, "br", body), 415)).isEqualTo("encoding");
  }

  @Test
  void aLineIsAnsweredBeforeTheNextIsSent() throws Exception {
    try (Socket cad = new Socket("localhost", RestAssured.port)) {
      cad.setSoTimeout(20_000);
      OutputStream out = cad.getOutputStream();
      out.write(
          ("POST /incident/api/v1/incidents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                  + Tokens.client("cad-windsor")
                  + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(new InputStreamReader(cad.getInputStream(), StandardCharsets.UTF_8));
      for (int row = 1; row <= 3; row++) {
        byte[] line = (report(newNumber()) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(line.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(line);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        String told = in.readLine();
        while (told != null && !told.startsWith("{")) {
          told = in.readLine();
        }
        assertThat(told).contains("\"row\":" + row, "\"status\":201");
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aContentTypeThatIsNoneIsRefusedAndNoneAtAllIsJson() throws Exception {
    byte[] body = bytes(report(newNumber()));
    for (String none : List.of("json", "/", "a/b/c", ";charset=utf-8", "application/")) {
      assertThat(problem(post(none, null, body), 415)).isEqualTo("media-type");
    }
    assertThat(post("", null, body).statusCode()).isEqualTo(201);
    assertThat(post("Application/JSON; charset=UTF-8", null, body).statusCode()).isEqualTo(200);
    assertThat(problem(post("application/ld+json", null, body), 415)).isEqualTo("media-type");
  }

  @Test
  void whatIsAsDeepAsADoorTakesIsTakenWhateverElseIsInIt() throws Exception {
    ObjectNode deep = report(newNumber()).put("type", "SomethingLocal");
    deep.set("x", Doors.JSON.readTree("[".repeat(38) + "]".repeat(38)));
    deep.set("y", Doors.JSON.readTree("1." + "1".repeat(50) + "e99"));
    assertThat(post(JSON, null, bytes(deep)).statusCode()).isEqualTo(201);
  }

  @Test
  void linesThatBreakOffAreTakenAsFarAsTheyCame() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      rows.append(report(newNumber())).append('\n');
    }
    byte[] whole = gzip(rows.toString().getBytes(StandardCharsets.UTF_8));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length - 200);
    List<JsonNode> told = post(NDJSON, "gzip", half).body().lines().map(Doors::json).toList();
    assertThat(told.getFirst().path("status").asInt()).isEqualTo(201);
    assertThat(told.getLast().path("status").asInt()).isEqualTo(400);
    assertThat(told.getLast().path("row").asInt()).isEqualTo(told.size());
    assertThat(told.subList(0, told.size() - 1)).allMatch(row -> row.path("status").asInt() == 201);
    HttpResponse<String> none = post(NDJSON, "gzip", "no gzip".getBytes(StandardCharsets.UTF_8));
    assertThat(Doors.json(none.body()).path("status").asInt()).isEqualTo(400);
  }

  @Test
  void aBombIsAsLargeAsAnyOtherBody() throws Exception {
    byte[] bomb = gzip(new byte[64 * 1024 * 1024]);
    assertThat(bomb.length).isLessThan(256 * 1024);
    assertThat(problem(post(JSON, "gzip", bomb), 413)).isEqualTo("too-large");
    HttpResponse<String> lines = post(NDJSON, "gzip", bomb);
    assertThat(lines.statusCode()).isEqualTo(200);
    assertThat(Doors.json(lines.body()).path("status").asInt()).isEqualTo(413);
  }

  private static ObjectNode eido(String number) throws IOException {
    ObjectNode eido = (ObjectNode) Doors.JSON.readTree(Files.readString(EXAMPLE));
    eido.put("lastUpdateTimeStamp", TestClock.now().minusSeconds(60).toString());
    eido.put("$id", number);
    ((ObjectNode) eido.path("callComponent").path(0))
        .put("callStartTimestamp", TestClock.now().minusSeconds(600).toString());
    eido.withArray("callComponent").remove(1);
    return eido;
  }

  private static HttpResponse<String> post(
      String type, @org.jspecify.annotations.Nullable String encoding, byte[] body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create("http://localhost:" + RestAssured.port + "/incident/api/v1/incidents"))
              .header("Authorization", "Bearer " + Tokens.client("cad-windsor"))
              .header("Content-Type", type)
              .POST(BodyPublishers.ofByteArray(body));
      if (encoding != null) {
        request.header("Content-Encoding", encoding);
      }
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String outcome(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Doors.json(answer.body()).path("outcome").asText();
  }

  private static String problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Doors.json(answer.body()).path("type").asText().replaceAll(".*/", "");
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }
}
