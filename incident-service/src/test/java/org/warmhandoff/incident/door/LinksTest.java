package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.warmhandoff.incident.door.Doors.as;
import static org.warmhandoff.incident.door.Doors.json;
import static org.warmhandoff.incident.door.Doors.newNumber;
import static org.warmhandoff.incident.door.Doors.post;
import static org.warmhandoff.incident.door.Doors.report;
import static org.warmhandoff.incident.door.Doors.reported;
import static org.warmhandoff.incident.door.LinkDoors.byHand;
import static org.warmhandoff.incident.door.LinkDoors.hint;
import static org.warmhandoff.incident.door.LinkDoors.links;
import static org.warmhandoff.incident.door.LinkDoors.name;
import static org.warmhandoff.incident.door.LinkDoors.named;
import static org.warmhandoff.incident.door.LinkDoors.of;
import static org.warmhandoff.incident.door.LinkDoors.phone;
import static org.warmhandoff.incident.door.LinkDoors.turned;
import static org.warmhandoff.incident.door.LinkDoors.undo;
import static org.warmhandoff.incident.door.LinkDoors.victim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** Whom the vault takes for whom, through the doors. */
@QuarkusTest
@WithStack("incident-service")
class LinksTest {

  private static final Random RANDOM = new Random();

  @BeforeEach
  void open() {
    Doors.open();
  }

  @Test
  void aNameAndBirthDateLinkTwoPersonsWhoKeepTheirOwnFields() {
    String name = name();
    UUID one = victim(reported("cad-windsor", of(name, "1988-05-17", "519-555-0101")));
    UUID two = victim(reported("cad-windsor", of(turned(name), "1988-05-17", "519-555-0202")));
    assertThat(two).isNotEqualTo(one);
    links(two)
        .body("group", hasItem(one.toString()))
        .body("links[0].reason", equalTo("NAME_AND_BIRTH_DATE"))
        .body("links[0].linkedBy", equalTo("intake"))
        .body("links[0].linked", equalTo(true));
    assertThat(Doors.toldTypes(two)).containsExactly("person-registered", "persons-linked");
    String told = Doors.told("person.events.v1", "persons-linked", two).body();
    assertThat(json(told).path("other").asText()).isEqualTo(one.toString());
    assertThat(told).doesNotContain(name.split(" ")[0]);
    assertThat(phone(one)).isEqualTo("519-555-0101");
    assertThat(phone(two)).isEqualTo("519-555-0202");
  }

  @Test
  void anIncidentTellsWhomItsPartiesAreLinkedTo() {
    String name = name();
    UUID one = victim(reported("cad-windsor", of(name, "1988-05-17", null)));
    UUID incident = reported("cad-windsor", of(name, "1988-05-17", null));
    String body = Doors.told("incident.events.v1", "incident-reported", incident).body();
    assertThat(json(body).path("facts").path("parties").get(0).path("linked").toString())
        .isEqualTo("[\"" + one + "\"]");
    assertThat(json(body).path("facts").path("parties").get(1).has("linked")).isFalse();
  }

  @Test
  void aPhoneAloneIsASuggestionThatAHumanDecides() {
    String phone = "519-555-" + (1000 + RANDOM.nextInt(9000)) + RANDOM.nextInt(100);
    UUID one = victim(reported("cad-windsor", of(name(), "1988-05-17", phone)));
    ObjectNode second = of(name(), "1979-09-19", phone);
    UUID two = victim(reported("cad-windsor", second));
    links(two).body("group.size()", equalTo(1));
    assertThat(hint(one, two)).isEqualTo("phone");
    as(Tokens.of("privacy-officer"))
        .get("/api/v1/link-suggestions")
        .then()
        .statusCode(200)
        .body(
            "collect { it.one.named + it.other.named }.flatten().incident",
            hasItem(second.path("externalId").asText()));
    as(Tokens.of("privacy-officer"))
        .body(Map.of("person", two, "other", one))
        .post("/api/v1/link-suggestions/dismissals")
        .then()
        .statusCode(204);
    as(Tokens.of("privacy-officer"))
        .body(Map.of("person", two, "other", one))
        .post("/api/v1/link-suggestions/dismissals")
        .then()
        .statusCode(404);
  }

  @Test
  void twoOfOneIncidentAreNeitherLinkedNorSuggested() {
    String phone = "519-556-" + (1000 + RANDOM.nextInt(9000));
    ObjectNode report = of(name(), "1988-05-17", phone);
    ((ObjectNode) report.path("persons").get(1))
        .put("name", report.path("persons").get(0).path("name").asText())
        .put("birthDate", "1988-05-17")
        .put("phone", phone);
    UUID incident = reported("cad-windsor", report);
    UUID victim = victim(incident);
    UUID offender = Doors.person(incident, "ALLEGED_OFFENDER");
    links(victim).body("group.size()", equalTo(1));
    assertThat(hint(victim, offender)).isEmpty();
    byHand(victim, offender).statusCode(409).body("type", containsString("two-of-one-incident"));
  }

  @Test
  void anUndoneLinkIsNeverMadeAgainUnlessByHand() {
    String name = name();
    String number = "RMS-" + newNumber();
    ObjectNode first = of(name, "1988-05-17", null).put("sequence", 1);
    ((ObjectNode) first.path("persons").get(0)).put("recordNumber", number);
    ObjectNode second = of(name, "1988-05-17", null).put("sequence", 1);
    ((ObjectNode) second.path("persons").get(0)).put("recordNumber", number);
    UUID one = victim(reported("cad-windsor", first));
    UUID two = victim(reported("cad-windsor", second));
    undo(one, two).statusCode(204);
    undo(two, one).statusCode(204);
    links(two)
        .body("group.size()", equalTo(1))
        .body("links[0].linked", equalTo(false))
        .body("links[0].undoneBecause", equalTo("not-her"));
    assertThat(Doors.toldTypes(two)).endsWith("persons-linked", "persons-unlinked");
    ObjectNode again = second.deepCopy().put("sequence", 2);
    ((ObjectNode) again.path("persons").get(0))
        .put("phone", "519-555-0333")
        .put("name", name + "a");
    post("cad-windsor", again).then().statusCode(200);
    post("cad-windsor", second.deepCopy().put("sequence", 3).put("priority", 4))
        .then()
        .statusCode(200);
    links(two).body("group.size()", equalTo(1));
    byHand(one, two).statusCode(204);
    byHand(one, two).statusCode(204);
    links(one).body("group", hasItem(two.toString())).body("links[0].reason", equalTo("BY_HAND"));
    assertThat(Doors.toldTypes(two)).endsWith("persons-unlinked", "persons-linked");
  }

  @Test
  void whatASourceTakesBackNoLongerLinks() {
    String name = name();
    UUID one = victim(reported("cad-windsor", of(name, "1988-05-17", null)));
    ObjectNode second = of(name, "1988-05-17", null).put("sequence", 1);
    UUID two = victim(reported("cad-windsor", second));
    links(two).body("group", hasItem(one.toString()));
    ObjectNode corrected = second.deepCopy().put("sequence", 2);
    ((ObjectNode) corrected.path("persons").get(0)).put("birthDate", "1968-05-20");
    post("cad-windsor", corrected).then().statusCode(200);
    links(two).body("group", not(hasItem(one.toString())));
    post("cad-windsor", second.deepCopy().put("sequence", 3)).then().statusCode(200);
    links(two).body("group", hasItem(one.toString()));
    assertThat(Doors.toldTypes(two))
        .containsExactly(
            "person-registered", "persons-linked", "persons-unlinked", "persons-linked");
  }

  @Test
  void whoWasOffenderToTheSamePersonBeforeIsToldAndNotToTheCad() {
    String her = name();
    String him = name();
    ObjectNode first = of(her, "1988-05-17", null);
    named(first, 1, him, "1985-10-21");
    post("cad-windsor", first).then().statusCode(201).body("flags", not(hasItem("dual-role")));
    ObjectNode second = of(him, "1985-10-21", null);
    named(second, 1, her, "1988-05-17");
    UUID turned =
        UUID.fromString(
            post("cad-windsor", second)
                .then()
                .statusCode(201)
                .body("flags", not(hasItem("dual-role")))
                .extract()
                .path("incident"));
    JsonNode parties =
        json(Doors.told("incident.events.v1", "incident-reported", turned).body())
            .path("facts")
            .path("parties");
    assertThat(parties.get(0).has("turned")).isFalse();
    assertThat(parties.get(1).path("turned").asText()).isEqualTo("YES");
    post("cad-windsor", report(newNumber()).put("relationship", "VO"))
        .then()
        .statusCode(201)
        .body("flags", hasItem("dual-role"));
  }

  @Test
  void whoWasSaidToBeStaffBeforeIsKeptOutByTheirLink() {
    String name = name();
    UUID staff = UUID.randomUUID();
    ObjectNode first = of(name, "1988-05-17", null);
    ((ObjectNode) first.path("persons").get(0)).put("staffId", staff.toString());
    post("cad-windsor", first).then().statusCode(201).body("flags", hasItem("staff-party"));
    ObjectNode second = of(name, "1988-05-17", null);
    UUID incident =
        UUID.fromString(
            post("cad-windsor", second)
                .then()
                .statusCode(201)
                .body("flags", not(hasItem("staff-party")))
                .extract()
                .path("incident"));
    assertThat(Doors.told("incident.events.v1", "incident-reported", incident).body())
        .contains(staff.toString());
  }

  @Test
  void erasureTakesEveryoneWhoIsLinkedAndLeavesNothingToBeRecognisedBy() {
    String name = name();
    UUID one = victim(reported("cad-windsor", of(name, "1988-05-17", "519-555-0777")));
    UUID two = victim(reported("cad-windsor", of(name, "1988-05-17", null)));
    String erasure = "/api/v1/persons/" + one + "/erasure";
    as(Tokens.of("privacy-officer"))
        .post(erasure)
        .then()
        .statusCode(409)
        .body("type", containsString("others-linked"))
        .body("expected", equalTo(two + " (NAME_AND_BIRTH_DATE)"));
    as(Tokens.of("privacy-officer"))
        .post(erasure + "?with=" + two + "&with=" + UUID.randomUUID())
        .then()
        .statusCode(409);
    assertThat(Doors.toldTypes(one)).doesNotContain("person-erased");
    for (int time = 0; time < 2; time++) {
      as(Tokens.of("privacy-officer"))
          .post(erasure + (time == 0 ? "?with=" + two : ""))
          .then()
          .statusCode(204);
    }
    for (UUID erased : List.of(one, two)) {
      assertThat(Doors.toldTypes(erased)).endsWith("person-erased");
      assertThat(Doors.SQL.count("select count(*) from person_trait where person = ?", erased))
          .isZero();
    }
    UUID three = victim(reported("cad-windsor", of(name, "1988-05-17", null)));
    links(three).body("group.size()", equalTo(1));
    byHand(three, one).statusCode(410);
  }

  @Test
  void aDrillRecognisesNobody() {
    String name = name();
    UUID one = victim(reported("cad-windsor", of(name, "1988-05-17", null).put("test", true)));
    UUID two = victim(reported("cad-windsor", of(name, "1988-05-17", null)));
    links(one).body("group.size()", equalTo(1));
    links(two).body("group.size()", equalTo(1));
  }

  @Test
  void reportsAtTheSameMomentFindEachOther() throws Exception {
    String name = name();
    List<Callable<UUID>> posts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ObjectNode report = of(name, "1988-05-17", null);
      posts.add(() -> victim(reported("cad-windsor", report)));
    }
    List<UUID> victims = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<UUID> future : threads.invokeAll(posts)) {
        victims.add(future.get());
      }
    }
    links(victims.getFirst()).body("group.size()", equalTo(12));
  }

  @Test
  void nobodyIsLinkedAcrossPoliceServices() {
    String name = name();
    UUID one = victim(reported("cad-windsor", of(name, "1988-05-17", null)));
    UUID two = victim(reported("cad-cleveland", of(name, "1988-05-17", null)));
    links(two).body("group.size()", equalTo(1));
    byHand(one, two).statusCode(409).body("type", containsString("another-police-service"));
    byHand(one, one).statusCode(422);
    byHand(one, UUID.randomUUID()).statusCode(404);
    undo(one, two).statusCode(404);
  }
}
