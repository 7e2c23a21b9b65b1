package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.AgencyAnswer;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Installation;
import org.warmhandoff.simulator.stack.AgencyVoice;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Hearing;

/**
 * Plants names, phones, addresses and notes at every door that takes them, right and wrong, walks
 * one incident with them from report to answer, and looks for them everywhere they must not be.
 */
@ExtendWith(WholeStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(3)
class CanaryTest {

  private static final String NAME = "Canary Zinnia Quetzalcoatl";
  private static final String PHONE = "+12265550199";
  private static final String ADDRESS = "7713 Example Lane";
  private static final String NOTE = "canary-note-rhododendron";
  private static final String UNKNOWN = "canary-unknown-hydrangea";
  private static final String RECORD = "CANARY-REC-7713";

  /** As they were planted, and as normalising or matching might leave them. */
  private static final List<String> CANARIES =
      List.of(
          NAME,
          "Zinnia",
          "Quetzalcoatl",
          PHONE,
          "2265550199",
          "226-555-0199",
          ADDRESS,
          "7713 example",
          NOTE,
          UNKNOWN,
          RECORD,
          "1971-03-17");

  private static final String INTAKE = "/incident/api/v1/incidents";
  private static final String AGENCY = "harbour-support";
  private static final Set<String> DATABASES =
      Set.of("incident", "notification", "referral", "analytics");

  private City city;
  private final Map<String, String> found = new TreeMap<>();

  @BeforeAll
  void plant(City city) {
    this.city = city;
    Caller cad = Caller.cad("cleveland");
    Answer posted = city.posts(cad, INTAKE, report("canary-1"));
    assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    UUID incident = City.id(posted.json(), "incident");
    wrongPosts(cad);
    UUID victim = victim(cad, incident);
    Caller officer = Caller.person("cleveland-officer-1");
    city.posts(officer, INTAKE + "/" + incident + "/scene-safe", "{\"suspect\":\"left\"}");
    consentAndAnswer(incident, victim, officer);
    city.posts(officer, INTAKE + "/" + incident + "/clear");
    city.settles();
  }

  @Test
  void no_topic_holds_them() throws ExecutionException, InterruptedException {
    List<String> topics;
    try (Admin admin = Admin.create(city.stack().kafka("admin"))) {
      // What an agency writes of itself on its own answers topic is its own, and only this system
      // reads it: here its "reason" is a canary, which must not come any further.
      String answers = Topics.agencyAnswers(AGENCY);
      topics =
          admin.listTopics().names().get().stream().filter(name -> !name.equals(answers)).toList();
    }
    try (Hearing ear = new Hearing(city.stack().kafka("admin"), topics)) {
      List<Heard> all = ear.toTheEnd();
      assertThat(all).hasSizeGreaterThan(5);
      all.forEach(
          event ->
              look(
                  "topic " + event.topic() + " " + event.what(),
                  event.key() + event.attributes() + event.text()));
    }
    nothingFound();
  }

  @Test
  void no_log_holds_them() throws IOException {
    try (var files = Files.walk(city.local().data().resolve("logs"))) {
      List<Path> logs = files.filter(Files::isRegularFile).toList();
      assertThat(logs).hasSizeGreaterThanOrEqualTo(8);
      for (Path log : logs) {
        look("log " + log.getFileName(), Files.readString(log, StandardCharsets.ISO_8859_1));
      }
    }
    nothingFound();
  }

  @Test
  void no_metric_holds_them() throws IOException, InterruptedException {
    List<String> roots = List.of("incident", "referral", "notification", "analytics");
    try (var http = Installation.client()) {
      for (int i = 0; i < roots.size(); i++) {
        URI metrics =
            URI.create(
                "http://localhost:%d/%s/q/metrics"
                    .formatted(city.stack().url().getPort() + i + 1, roots.get(i)));
        var answer = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(metrics.toString()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_");
        look("metrics of " + roots.get(i), answer.body());
      }
    }
    nothingFound();
  }

  @Test
  void no_table_of_any_database_holds_them() throws SQLException, IOException {
    int tables = 0;
    for (String name : DATABASES) {
      try (Connection database = city.database(name)) {
        for (String table : tables(database)) {
          StringWriter dump = new StringWriter();
          database
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy " + table + " to stdout", dump);
          look("table " + name + "." + table, dump.toString());
          tables++;
        }
      }
    }
    assertThat(tables).isGreaterThan(20);
    nothingFound();
  }

  @Test
  void no_trace_holds_them() {
    Answer incident = city.door().get(Caller.cad("cleveland"), INTAKE + "?externalId=canary-1");
    for (String root : DATABASES) {
      Answer trace =
          city.door()
              .get(
                  Caller.operator(),
                  "/" + root + "/api/v1/trace/" + City.id(incident.json(), "incident"));
      assertThat(trace.status()).isIn(200, 404);
      look("trace of " + root, trace.body());
    }
    nothingFound();
  }

  /** What a refusal says must not repeat what was refused either. */
  private void wrongPosts(Caller cad) {
    BiConsumer<String, Integer> refused =
        (body, status) -> {
          Answer answer = city.door().post(cad, INTAKE, "application/json", body);
          assertThat(answer.status()).isEqualTo(status);
          look("refusal " + answer.status(), answer.body());
        };
    refused.accept(report("canary-2").replace("\"victim\"", "\"" + NAME + "\""), 422);
    refused.accept(report("canary-3").replace("}", ""), 400);
    refused.accept(report("canary-4").replace("\"home\"", "\"" + ADDRESS + "\""), 422);
    refused.accept(
        report("canary-5").replace("\"note\":\"", "\"note\":\"" + "x".repeat(300_000)), 413);
  }

  private void consentAndAnswer(UUID incident, UUID victim, Caller officer) {
    String text =
        city.door()
            .get(
                officer,
                "/referral/api/v1/consent-texts?purpose=SUPPORT&language=en&agency=" + AGENCY)
            .json()
            .path("version")
            .asText();
    String consent =
        """
        {"incident":"%s","person":"%s","agency":"%s","purpose":"SUPPORT",
         "categories":["NAME","PHONE","ADDRESS","LANGUAGE"],"decision":"GIVEN","form":"VERBAL",
         "textVersion":"%s","language":"en","overheard":"NO","asserted":false,"needs":["shelter"],
         "urgency":"URGENT","remark":"%s"}"""
            .formatted(incident, victim, AGENCY, text, NOTE);
    Answer given = city.posts(officer, "/referral/api/v1/consents", consent);
    assertThat(given.status()).as(given.body()).isIn(201, 422);
    if (given.status() == 422) {
      Answer plain =
          city.posts(
              officer,
              "/referral/api/v1/consents",
              consent.replace(",\"remark\":\"" + NOTE + "\"", ""));
      assertThat(plain.status()).as(plain.body()).isEqualTo(201);
    }
    city.settles();
    try (Hearing ear = city.stack().hearAsAgency(AGENCY, Topics.agencyReferrals(AGENCY));
        AgencyVoice voice =
            new AgencyVoice(city.stack().kafka(Access.principalOf(AGENCY)), AGENCY)) {
      Heard offer = ear.toTheEnd().getLast();
      Answer content =
          city.door().get(Caller.agency(AGENCY), URI.create(offer.attribute("dataref")).getPath());
      assertThat(content.body()).as("the agency itself reads them").contains(NAME);
      UUID referral = City.id(offer.data(), "referral");
      // A reason is a code; free text in it must be refused without being kept in the clear.
      voice.answers(
          UUID.randomUUID(),
          referral,
          AgencyAnswer.Status.REJECTED,
          NAME + " " + PHONE,
          city.now());
    }
    city.passes(Duration.ofMinutes(1));
  }

  private UUID victim(Caller cad, UUID incident) {
    for (var party :
        city.door().get(cad, INTAKE + "/" + incident).json().path("facts").path("parties")) {
      if (party.path("role").asText().equals("VICTIM")) {
        return City.id(party, "person");
      }
    }
    throw new AssertionError("no victim");
  }

  private void look(String where, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String canary : CANARIES) {
      if (lower.contains(canary.toLowerCase(Locale.ROOT))) {
        found.put(where + ": " + canary, "");
      }
    }
  }

  private void nothingFound() {
    assertThat(found.keySet()).as("personal data where none may be").isEmpty();
  }

  private static List<String> tables(Connection database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
      while (result.next()) {
        tables.add(result.getString(1));
      }
    }
    return tables;
  }

  private String report(String id) {
    return """
        {"externalId":"%s","asOf":"%s","occurredAt":"%s","type":"DVA","status":"active",
         "domestic":"yes","physical":"yes","charge":"undecided","arrest":"unknown",
         "released":"unknown","placeKind":"home","note":"%s","customField":{"text":"%s"},
         "persons":[{"ref":"v","role":"victim","name":"%s","birthDate":"1971-03-17","phone":"%s",
          "address":"%s","language":"en","recordNumber":"%s","nickname":"%s"},
          {"ref":"o","role":"alleged-offender","name":"%s Senior"}]}"""
        .formatted(
            id, city.now(), city.now(), NOTE, UNKNOWN, NAME, PHONE, ADDRESS, RECORD, UNKNOWN, NAME);
  }
}
