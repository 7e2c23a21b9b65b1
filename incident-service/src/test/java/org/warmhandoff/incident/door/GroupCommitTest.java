package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Doors.SQL;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Posts that come at the same moment are stored together, and each is answered for itself. */
@QuarkusTest
@WithStack("incident-service")
class GroupCommitTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private String token = "";

  @BeforeEach
  void open() {
    Doors.open();
    token = Tokens.client("cad-windsor");
  }

  private CompletableFuture<HttpResponse<String>> send(ObjectNode report, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/incident/api/v1/incidents"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(report.toString()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private static List<HttpResponse<String>> all(
      List<CompletableFuture<HttpResponse<String>>> sent) {
    return sent.stream().map(CompletableFuture::join).toList();
  }

  /** Holds what every first post waits for, so that the posts of a test meet in the line. */
  private List<HttpResponse<String>> together(
      List<CompletableFuture<HttpResponse<String>>> sent, Held held) {
    Told.eventually(() -> held.waiters() > 0);
    held.letGo();
    return all(sent);
  }

  /** A number somebody else is about to store. */
  private record Held(Connection connection) {

    static Held number(String number) throws SQLException {
      Connection connection = SQL.connection();
      connection.setAutoCommit(false);
      try (var insert =
          connection.prepareStatement(
              """
              insert into incident (id, police_service, jurisdiction, external_id, zone, mode,
                version, as_of, digest, type, status, domestic, physical, charge, arrest, released,
                priority, occurred_at, received_at, excluded_staff, scene)
              values (gen_random_uuid(), 'windsor', 'CA-ON', ?, 'America/Toronto', 'LIVE', 1, now(),
                '', 'DVA', 'ACTIVE', 'YES', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 1, now(),
                now(), '{}', 'NOT_SAFE')""")) {
        insert.setString(1, number);
        insert.executeUpdate();
      }
      return new Held(connection);
    }

    long waiters() {
      return SQL.count("select count(*) from pg_locks where not granted");
    }

    void letGo() {
      try (connection) {
        connection.rollback();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static UUID id(HttpResponse<String> answer) {
    return UUID.fromString(Doors.json(answer.body()).path("incident").asText());
  }

  @Test
  void manyAtOnceAreEachStoredOnceWithWhatIsToldOfThem() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      sent.add(send(report(newNumber())));
    }
    for (HttpResponse<String> answer : all(sent)) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      UUID incident = id(answer);
      assertThat(Doors.toldTypes(incident)).containsExactly("incident-reported");
      assertThat(SQL.count("select count(*) from party where incident = ? and present", incident))
          .isEqualTo(2);
      assertThat(
              SQL.count(
                  "select count(*) from outbox o join outbox i on i.id = o.causation"
                      + " where i.subject = ? and o.type like '%person-registered%'"
                      + " and o.correlation = i.subject and o.seq > i.seq",
                  incident))
          .isEqualTo(2);
      UUID victim = Doors.person(incident, "VICTIM");
      assertThat(SQL.count("select version from person where id = ?", victim)).isEqualTo(1);
      assertThat(SQL.count("select count(*) from person_field where person = ?", victim))
          .isEqualTo(2);
    }
  }

  @Test
  void theSameNumberTwiceInAGroupIsTakenInTheOrderOfArrival() throws Exception {
    String first = "0-" + newNumber();
    Held held = Held.number(first);
    CompletableFuture<HttpResponse<String>> blocking = send(report(first));
    Told.eventually(() -> held.waiters() > 0);
    ObjectNode report = report(newNumber()).put("sequence", 1);
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    sent.add(blocking);
    sent.add(send(report));
    sent.add(send(report));
    held.letGo();
    List<HttpResponse<String>> answers = all(sent);
    assertThat(answers).allMatch(answer -> answer.statusCode() < 300);
    assertThat(answers.subList(1, 3).stream().map(HttpResponse::statusCode))
        .containsExactlyInAnyOrder(201, 200);
    assertThat(id(answers.get(1))).isEqualTo(id(answers.get(2)));
    assertThat(Doors.toldTypes(id(answers.get(1)))).containsExactly("incident-reported");
  }

  @Test
  void aKeyTwiceInAGroupStandsForItsFirstContent() throws Exception {
    String first = "0-" + newNumber();
    Held held = Held.number(first);
    String key = "once-" + newNumber();
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    sent.add(send(report(first)));
    Told.eventually(() -> held.waiters() > 0);
    sent.add(send(report(newNumber()), "Idempotency-Key", key));
    sent.add(send(report(newNumber()), "Idempotency-Key", key));
    List<HttpResponse<String>> answers = together(sent, held);
    assertThat(answers.subList(1, 3).stream().map(HttpResponse::statusCode))
        .containsExactlyInAnyOrder(201, 409);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
        .allMatch(answer -> answer.body().contains("key-used"));
  }

  @Test
  void onlyTheOneAtFaultIsRefused() throws Exception {
    String real = newNumber();
    Doors.reported("cad-windsor", report(real));
    String first = "0-" + newNumber();
    Held held = Held.number(first);
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    sent.add(send(report(first)));
    Told.eventually(() -> held.waiters() > 0);
    for (int i = 0; i < 10; i++) {
      sent.add(send(report(newNumber())));
    }
    sent.add(send(report(real).put("test", true)));
    sent.add(send(report(newNumber())));
    List<HttpResponse<String>> answers = together(sent, held);
    assertThat(answers.get(11).statusCode()).as(answers.get(11).body()).isEqualTo(409);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(12);
  }

  @Test
  void whatTheDatabaseRefusesSpoilsNoNeighbour() throws Exception {
    String first = "0-" + newNumber();
    String poison = "poison-" + newNumber();
    SQL.run(
        "alter table incident add constraint test_poison check (external_id <> '"
            + poison
            + "') not valid");
    try {
      Held held = Held.number(first);
      List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
      sent.add(send(report(first)));
      Told.eventually(() -> held.waiters() > 0);
      for (int i = 0; i < 10; i++) {
        sent.add(send(report(newNumber())));
      }
      sent.add(send(report(poison)));
      List<HttpResponse<String>> answers = together(sent, held);
      assertThat(answers.getLast().statusCode()).isEqualTo(500);
      assertThat(answers.getLast().body()).doesNotContain(poison);
      assertThat(answers.subList(0, 11)).allMatch(answer -> answer.statusCode() == 201);
    } finally {
      SQL.run("alter table incident drop constraint test_poison");
    }
  }

  @Test
  void onePersonInTwoIncidentsOfAGroupIsRecognised() throws Exception {
    String first = "0-" + newNumber();
    String number = "RMS-" + newNumber();
    Held held = Held.number(first);
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    sent.add(send(report(first)));
    Told.eventually(() -> held.waiters() > 0);
    for (int i = 0; i < 2; i++) {
      ObjectNode report = report(newNumber());
      ((ObjectNode) report.path("persons").get(0)).put("recordNumber", number);
      sent.add(send(report));
    }
    List<HttpResponse<String>> answers = together(sent, held);
    assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
    UUID one = Doors.person(id(answers.get(1)), "VICTIM");
    UUID other = Doors.person(id(answers.get(2)), "VICTIM");
    assertThat(
            SQL.count(
                "select count(*) from person_link where undone_at is null"
                    + " and ? in (low, high) and ? in (low, high)",
                one,
                other))
        .isEqualTo(1);
  }

  @Test
  void whoComesBackWithMoreThanIsKnownIsUpdatedBesideNewOnes() {
    ObjectNode report = report(newNumber());
    Doors.reported("cad-windsor", report);
    JsonNode newer = report.deepCopy().put("priority", 4);
    List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      sent.add(send(report(newNumber())));
    }
    sent.add(send((ObjectNode) newer));
    List<HttpResponse<String>> answers = all(sent);
    assertThat(answers.getLast().body()).contains("updated");
    assertThat(answers.subList(0, 10)).allMatch(answer -> answer.statusCode() == 201);
  }
}
