package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Hearing;

/**
 * Incidents walked from report to referral by people who send the same again whenever they get no
 * answer, as a browser's user would.
 */
final class Walks {

  private static final Caller CAD = Caller.cad("windsor");
  private static final Caller OFFICER = Caller.person("windsor-officer-1");
  private static final String AGENCY = "hiatus-house";

  private final City city;
  private final List<UUID> incidents = Collections.synchronizedList(new ArrayList<>());

  Walks(City city) {
    this.city = city;
  }

  /** Walks these many, one after the other. */
  void walk(String name, int many) {
    for (int i = 0; i < many; i++) {
      Answer reported =
          city.posts(
              CAD,
              Papers.INTAKE,
              Papers.report(name + "-walk-" + i, city.now(), "active", "undecided"));
      assertThat(reported.done()).as(reported.problem()).isTrue();
      UUID incident = City.id(reported.json(), "incident");
      UUID victim = Papers.victim(city, CAD, incident);
      officer(incident, "/scene-safe", "{\"suspect\":\"left\"}");
      officer(
          incident,
          "/worker-wanted",
          "{\"help\":\"on-site\",\"victim\":\"%s\",\"language\":\"en\"}".formatted(victim));
      Answer consent =
          city.posts(
              OFFICER,
              Papers.CONSENTS,
              Papers.consent(incident, victim, AGENCY, Papers.textVersion(city, OFFICER, AGENCY)));
      // What was committed before the answer was lost is in force when the same comes again.
      assertThat(consent.status()).as(consent.problem()).isIn(201, 409);
      incidents.add(incident);
    }
  }

  int walked() {
    return incidents.size();
  }

  /** Every one was paged for and referred, and no effect came twice. */
  void eachHadItsEffectsOnce() {
    List<Heard> atAgency = atAgency();
    for (UUID incident : incidents) {
      assertThat(City.once(city.told("worker-wanted", incident))).hasSize(1);
      List<Heard> paged = City.once(city.told("worker-paged", incident));
      assertThat(paged)
          .extracting(
              page -> page.data().path("assignment").asText() + page.data().path("attempt").asInt())
          .doesNotHaveDuplicates();
      assertThat(paged.size() + city.told("supervisor-told", incident).size())
          .as("somebody is paged, or somebody is told that nobody is")
          .isPositive();
      assertThat(City.once(city.told("consent-given", incident))).hasSize(1);
      List<Heard> requested = City.once(city.told("referral-requested", incident));
      assertThat(requested).hasSize(1);
      String referral = requested.getFirst().data().path("referral").asText();
      assertThat(
              City.once(
                  atAgency.stream()
                      .filter(offer -> offer.data().path("referral").asText().equals(referral))
                      .toList()))
          .as("offered to the agency")
          .hasSize(1);
    }
  }

  private List<Heard> atAgency() {
    try (Hearing ear = city.stack().hearAsAgency(AGENCY, Topics.agencyReferrals(AGENCY))) {
      return ear.toTheEnd();
    }
  }

  private void officer(UUID incident, String what, String json) {
    Answer answer = city.posts(OFFICER, Papers.INTAKE + "/" + incident + what, json);
    assertThat(answer.status()).as(answer.problem()).isEqualTo(204);
  }
}
