package org.warmhandoff.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Who comes while too many wait is told so at once, and the others are not. */
@QuarkusTest
@WithStack("incident-service")
class AdmissionTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Inject Admission admission;

  @BeforeEach
  void open() throws Exception {
    setUp("windsor", "CA-ON", "America/Toronto");
    setUp("cleveland", "GB-ENG", "Europe/London");
  }

  private static int send(HttpRequest.Builder request, String body) throws Exception {
    return HTTP.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private static HttpRequest.Builder request(String path, String client) {
    return request(path, client, "application/json");
  }

  private static HttpRequest.Builder request(String path, String client, String type) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + RestAssured.port + "/incident/api/v1/" + path))
        .header("Authorization", "Bearer " + Tokens.client(client))
        .header("Content-Type", type);
  }

  private static void setUp(String code, String jurisdiction, String zone)
      throws IOException, InterruptedException {
    String body =
        """
        {"name":"Demo","jurisdiction":"%s","zone":"%s","helpLine":"555-0142"}"""
            .formatted(jurisdiction, zone);
    HttpRequest request =
        request("police-services/" + code, "operator").PUT(BodyPublishers.ofString(body)).build();
    assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
  }

  private static HttpResponse<String> post(String client) throws Exception {
    String body =
        """
        {"externalId":"%1$s","asOf":"%2$s","occurredAt":"%2$s","type":"DVA","status":"active"}"""
            .formatted(UUID.randomUUID(), TestClock.now().minusSeconds(60));
    return HTTP.send(
        request("incidents", client).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  @Test
  void whileTooManyWaitAPostIsTurnedAwayAndAnotherPoliceServiceIsNot() throws Exception {
    assertThat(post("cad-windsor").statusCode()).isEqualTo(201);
    assertThat(post("cad-cleveland").statusCode()).isEqualTo(201);
    int places = 0;
    while (admission.crowd().enter("windsor")) {
      places++;
    }
    try {
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> busy = post("cad-windsor");
        assertThat(busy.statusCode()).as(busy.body()).isEqualTo(429);
        assertThat(busy.headers().firstValue("Retry-After")).contains("1");
        assertThat(busy.headers().firstValue("Content-Type").orElseThrow())
            .startsWith("application/problem+json");
        assertThat(busy.headers().firstValue("Connection")).isEmpty();
        assertThat(busy.body()).contains("/intake-busy");
      }
      // nothing else is looked at before; what would be refused anyway takes no place
      assertThat(send(request("incidents", "cad-windsor", "no type"), "{}")).isEqualTo(429);
      assertThat(send(request("incidents", "cad-windsor"), "x".repeat(300_000))).isEqualTo(413);
      assertThat(post("cad-cleveland").statusCode()).isEqualTo(201);
    } finally {
      for (int i = 0; i < places; i++) {
        admission.crowd().leave("windsor");
      }
    }
    assertThat(post("cad-windsor").statusCode()).isEqualTo(201);
  }
}
