package org.warmhandoff.incident.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.door.Told.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.CadAdvisory.AlertAnswered;
import org.warmhandoff.contracts.CadAdvisory.Danger;
import org.warmhandoff.contracts.CadAdvisory.HelpArrived;
import org.warmhandoff.contracts.CadAdvisory.ImminentDanger;
import org.warmhandoff.testbed.Browser;
import org.warmhandoff.testbed.TestClock;
import org.warmhandoff.testbed.Tokens;
import org.warmhandoff.testbed.WithStack;

/** What a dispatcher sees first, what closes by itself, and what a list says of old news. */
@QuarkusTest
@WithStack("incident-service")
class AdvisoryWaitingTest {

  private final UUID incident = UUID.randomUUID();

  @BeforeEach
  void open() {
    Doors.open();
  }

  /** What is left waiting would stand on the page of the tests that follow. */
  @AfterEach
  void close() {
    Doors.SQL.run(
        "insert into advisory_acknowledgement (advisory, police_service, jurisdiction, by_code,"
            + " acknowledged_at) select id, police_service, jurisdiction, 'T1', now() from advisory"
            + " where police_service = 'windsor' and acknowledge_by is not null"
            + " on conflict do nothing");
  }

  @Test
  void aSupervisorsAnswerClosesTheRowAndIsToldToTheCad() {
    UUID danger = danger(TestClock.now());
    Browser dispatcher = Doors.browser("windsor-dispatcher");
    eventually(() -> dispatcher.get("/advisories").body().contains(danger.toString()));
    Told.tell("windsor", new AlertAnswered(incident, danger, TestClock.now()));
    eventually(() -> own().size() == 2);
    assertThat(dispatcher.get("/advisories").body()).doesNotContain(danger.toString());
    assertThat(own().getFirst().path("acknowledgedAt").isNull()).isFalse();
    assertThat(own().get(1).path("type").asText()).isEqualTo("alert-answered");
    assertThat(own().get(1).path("answers").asText()).isEqualTo(danger.toString());
    assertThat(own().get(1).path("acknowledgeBy").isNull()).isTrue();
  }

  /** More than a page of what nobody ever answered; then somebody is in danger. */
  @Test
  void aNewDangerStandsOnTopOfEverythingThatWasLeftLying() {
    UUID first = danger(TestClock.now());
    eventually(() -> own().size() == 1);
    Doors.SQL.run(
        "with n as (update advisory_place set last = last + 120 where police_service = 'windsor'"
            + " returning last) insert into advisory (id, police_service, jurisdiction, place,"
            + " incident, mode, type, told_at, acknowledge_by) select gen_random_uuid(), 'windsor',"
            + " 'CA-ON', n.last - g, gen_random_uuid(), 'LIVE', 'faster-response',"
            + " now() - interval '3 days', now() - interval '3 days' from n,"
            + " generate_series(0, 119) g");
    UUID danger = danger(TestClock.now());
    Browser dispatcher = Doors.browser("windsor-dispatcher");
    eventually(() -> dispatcher.get("/advisories").body().contains(danger.toString()));
    String page = dispatcher.get("/advisories").body();
    assertThat(page.indexOf(danger.toString())).isLessThan(page.indexOf(first.toString()));
    assertThat(page.indexOf(first.toString()))
        .isLessThan(page.indexOf("Police should come faster"));
    assertThat(page).contains("more wait below these").contains("/notification/board");
    assertThat(dispatcher.get("/advisories").headers().firstValue("Refresh")).contains("30");
  }

  /** A CAD that comes back after a day must not read yesterday's danger as today's. */
  @Test
  void theListCallsNothingLiveThatIsNot() {
    Instant at = TestClock.now();
    Told.tell("windsor", new HelpArrived(incident, at.minus(Duration.ofMinutes(16))));
    Told.tell("windsor", new HelpArrived(incident, at));
    eventually(() -> own().size() == 2);
    assertThat(own().stream().map(one -> one.path("mode").asText()))
        .containsExactly("late", "live");
    TestClock.advance(Duration.ofMinutes(16));
    assertThat(own().get(1).path("mode").asText()).isEqualTo("late");
  }

  private UUID danger(Instant at) {
    return Told.tell(
        "windsor", new ImminentDanger(incident, Danger.WEAPON, at, at.plusSeconds(120)));
  }

  private List<JsonNode> own() {
    List<JsonNode> own = new ArrayList<>();
    long next = 0;
    for (long after = -1; after != next; ) {
      after = next;
      JsonNode page =
          Doors.json(
              Doors.as(Tokens.client("cad-windsor"))
                  .get("/api/v1/advisories?limit=1000&after=" + after)
                  .then()
                  .statusCode(200)
                  .extract()
                  .asString());
      page.path("advisories")
          .forEach(
              one -> {
                if (one.path("incident").asText().equals(incident.toString())) {
                  own.add(one);
                }
              });
      next = page.path("next").asLong();
    }
    return own;
  }
}
