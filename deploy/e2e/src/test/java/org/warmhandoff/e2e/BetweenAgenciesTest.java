package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.stack.Hearing;

/** What belongs to one police service, agency or worker is not there for another, over any door. */
@ExtendWith(WholeStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(3)
class BetweenAgenciesTest {

  private static final String INTAKE = "/incident/api/v1/incidents";
  private static final List<String> AGENCIES =
      List.of("hiatus-house", "fswe", "harbour-support", "entraide");

  private City city;

  @BeforeAll
  void open(City city) {
    this.city = city;
  }

  @Test
  void an_agency_reads_its_own_topic_and_no_other_and_no_fact_topic() {
    for (String reader : AGENCIES) {
      for (String owner : AGENCIES) {
        if (reader.equals(owner)) {
          try (Hearing own = city.stack().hearAsAgency(reader, Topics.agencyReferrals(owner))) {
            assertThat(own.partitions()).isNotEmpty();
          }
        } else {
          assertRefused(reader, Topics.agencyReferrals(owner));
          assertRefused(reader, Topics.agencyAnswers(owner));
        }
      }
      assertRefused(reader, Topics.INCIDENT);
      assertRefused(reader, Topics.CONSENT);
    }
  }

  @Test
  void another_police_service_does_not_find_an_incident() {
    Answer posted =
        city.posts(
            Caller.cad("richelieu"),
            INTAKE,
            """
            {"externalId":"between-1","asOf":"%s","occurredAt":"%s","type":"DVA","status":"active",
             "domestic":"yes","persons":[]}"""
                .formatted(city.now(), city.now()));
    UUID incident = City.id(posted.json(), "incident");

    for (Caller stranger :
        List.of(
            Caller.cad("windsor"),
            Caller.person("windsor-officer-1"),
            Caller.person("windsor-dispatcher"))) {
      assertThat(city.door().get(stranger, INTAKE + "/" + incident).status()).isEqualTo(404);
    }
    assertThat(
            city.posts(
                    Caller.person("windsor-officer-1"),
                    INTAKE + "/" + incident + "/scene-safe",
                    "{\"suspect\":\"left\"}")
                .status())
        .isEqualTo(404);
    assertThat(
            city.door().get(Caller.person("richelieu-officer-1"), INTAKE + "/" + incident).status())
        .isEqualTo(200);
  }

  @Test
  void an_agency_neither_sees_nor_answers_what_was_sent_to_another() {
    UUID somebodyElses = UUID.randomUUID();
    for (String agency : AGENCIES) {
      Caller caller = Caller.agency(agency);
      assertThat(
              city.door()
                  .get(caller, "/referral/api/v1/referrals/" + somebodyElses + "/content")
                  .status())
          .isEqualTo(404);
      assertThat(
              city.posts(
                      caller,
                      "/referral/api/v1/referrals/" + somebodyElses + "/answers",
                      "{\"status\":\"ACCEPTED\"}")
                  .status())
          .isEqualTo(404);
    }
  }

  private void assertRefused(String agency, String topic) {
    assertThatThrownBy(
            () -> {
              try (Hearing ear = city.stack().hearAsAgency(agency, topic)) {
                ear.toTheEnd();
              }
            })
        .as("%s reads %s", agency, topic)
        .isInstanceOf(AuthorizationException.class);
  }
}
