package org.warmhandoff.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.AgencyAnswer;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.stack.AgencyVoice;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Hearing;

/**
 * One incident, from the CAD's post to the figures, in the order docs/TOUR.md tells it. Whoever
 * extends it says which system it is played on.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Journey {

  private static final Caller CAD = Caller.cad("windsor");
  private static final Caller OFFICER = Caller.person("windsor-officer-1");
  private static final String AGENCY = "hiatus-house";

  private @Nullable City playedIn;
  private @Nullable Hearing agencyEar;
  private final List<Heard> agencyHeard = new ArrayList<>();
  private String report = "";
  private UUID incident = new UUID(0, 0);
  private UUID victim = incident;
  private UUID assignment = incident;
  private UUID consent = incident;
  private @Nullable Heard offer;

  /** Before the first step. */
  void playIn(City city) {
    playedIn = city;
    agencyEar = city.stack().hearAsAgency(AGENCY, Topics.agencyReferrals(AGENCY));
  }

  @Test
  @Order(1)
  void the_CAD_posts_an_incident_and_nobody_is_paged_for_that_alone() {
    report = Papers.report("2026-W1", city().now(), "active", "undecided");

    Answer created = city().posts(CAD, Papers.INTAKE, report);

    assertThat(created.status()).isEqualTo(201);
    incident = City.id(created.json(), "incident");
    city().settles();
    assertThat(city().told("incident-reported", incident)).hasSize(1);
    assertThat(city().told("programs-weighed", incident)).isNotEmpty();
    assertThat(city().told("worker-paged", incident)).isEmpty();
    victim = Papers.victim(city(), CAD, incident);
  }

  @Test
  @Order(2)
  void the_same_post_again_changes_nothing_and_an_older_one_is_ignored() {
    Answer again = city().posts(CAD, Papers.INTAKE, report);
    Answer older =
        city()
            .posts(
                CAD,
                Papers.INTAKE,
                Papers.report(
                    "2026-W1", city().now().minus(Duration.ofHours(1)), "cancelled", "none"));

    assertThat(again.json().path("outcome").asText()).isEqualTo("unchanged");
    assertThat(older.json().path("outcome").asText()).startsWith("ignored");
    city().settles();
    assertThat(city().told("incident-updated", incident)).isEmpty();
    assertThat(city().told("incident-reported", incident)).hasSize(1);
  }

  @Test
  @Order(3)
  void the_officers_two_facts_page_a_worker() {
    city().passes(Duration.ofMinutes(12));
    officer("/scene-safe", "{\"suspect\":\"left\"}");
    city().settles();
    assertThat(city().told("worker-paged", incident)).isEmpty();

    officer(
        "/worker-wanted",
        "{\"help\":\"on-site\",\"victim\":\"" + victim + "\",\"language\":\"en\"}");
    city().settles();

    Heard page = lastPage();
    assertThat(page.data().path("program").asText()).isEqualTo("windsor-onscene");
    assignment = City.id(page.data(), "assignment");
    assertThat(seenBy(worker(page))).contains(assignment.toString());
  }

  @Test
  @Order(4)
  void nobody_answers_in_time_and_the_next_worker_is_paged() {
    Heard first = lastPage();

    city().movesTo(Instant.parse(first.data().path("answerBy").asText()).plusSeconds(1));

    Heard second = lastPage();
    assertThat(city().told("page-expired", incident)).hasSize(1);
    assertThat(second.data().path("attempt").asInt()).isEqualTo(2);
    assertThat(worker(second)).isNotEqualTo(worker(first));
    assertThat(city().posts(worker(first), assignmentPath("acceptance")).status())
        .as("the page is no longer the first worker's")
        .isEqualTo(409);
  }

  @Test
  @Order(5)
  void the_second_worker_accepts_arrives_and_talks_with_the_victim() {
    Caller worker = worker(lastPage());

    does(worker, "acceptance");
    city().passes(Duration.ofMinutes(14));
    does(worker, "arrival");
    city().passes(Duration.ofMinutes(4));
    does(worker, "contact");
    city().settles();

    assertThat(city().told("page-accepted", incident)).hasSize(1);
    assertThat(city().told("worker-arrived", incident)).hasSize(1);
    assertThat(city().told("contact-made", incident)).hasSize(1);
    assertThat(city().told("help-assigned", incident)).hasSize(1);
  }

  @Test
  @Order(6)
  void with_her_consent_the_agency_is_told_and_the_event_names_nobody() {
    city().passes(Duration.ofMinutes(10));
    Caller worker = worker(lastPage());
    String text = Papers.textVersion(city(), worker, AGENCY);

    Answer given =
        city().posts(worker, Papers.CONSENTS, Papers.consent(incident, victim, AGENCY, text));
    city().settles();

    assertThat(given.status()).as(given.body()).isEqualTo(201);
    consent = City.id(given.json(), "consent");
    agencyHeard.addAll(agencyEar().toTheEnd());
    assertThat(agencyHeard).hasSize(1);
    offer = agencyHeard.getFirst();
    assertThat(offer().what()).isEqualTo("referral-offered");
    assertThat(offer().attribute("dataref")).isNotEmpty();
    assertThat(offer().text()).doesNotContain("Maple").doesNotContain(victim.toString());
  }

  @Test
  @Order(7)
  void the_agency_reads_what_was_consented_to_and_no_other_agency_does() {
    String content = URI.create(offer().attribute("dataref")).getPath();

    Answer read = city().door().get(Caller.agency(AGENCY), content);
    Answer other = city().door().get(Caller.agency("fswe"), content);

    assertThat(read.status()).as(read.body()).isEqualTo(200);
    assertThat(read.body()).contains("Demo Person 0417 Maple").doesNotContain("Example Lane");
    assertThat(other.status()).isEqualTo(404);
    city().settles();
    assertThat(city().told("referral-content-read", incident)).hasSize(1);
  }

  @Test
  @Order(8)
  void the_agency_answers_on_its_topic_twice_and_counts_once() {
    UUID referral = City.id(offer().data(), "referral");
    city().passes(Duration.ofHours(2));
    try (AgencyVoice voice =
        new AgencyVoice(city().stack().kafka(Access.principalOf(AGENCY)), AGENCY)) {
      UUID id = UUID.randomUUID();
      voice.answers(id, referral, AgencyAnswer.Status.ACCEPTED, null, city().now());
      voice.answers(id, referral, AgencyAnswer.Status.ACCEPTED, null, city().now());
    }
    City.eventually(
        "the answer is told",
        () -> {
          city().settles();
          return city().told("referral-answered", incident).size() == 1;
        });
    does(worker(lastPage()), "conclusion", "{\"outcome\":\"referred\"}");
    city().settles();
    assertThat(city().told("assignment-concluded", incident)).hasSize(1);
    assertThat(city().told("referral-answered", incident)).hasSize(1);
  }

  @Test
  @Order(9)
  void she_changes_her_mind_and_the_content_is_gone_at_once() {
    String content = URI.create(offer().attribute("dataref")).getPath();

    Answer withdrawn =
        city()
            .posts(
                Caller.person("privacy-officer"),
                "/referral/api/v1/consents/" + consent + "/withdrawal");

    assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(204);
    assertThat(city().door().get(Caller.agency(AGENCY), content).status()).isEqualTo(410);
    city().settles();
    agencyHeard.addAll(agencyEar().toTheEnd());
    assertThat(agencyHeard.getLast().what()).isEqualTo("referral-revoked");
  }

  @Test
  @Order(10)
  void a_release_closes_and_one_victim_is_too_few_to_show() {
    city().passes(Duration.ofDays(4));
    Answer release = city().posts(Caller.operator(), "/analytics/api/v1/releases", "{}");

    assertThat(release.status())
        .as("closed now, or by the service itself within the last day: %s", release.body())
        .isIn(201, 409);
    assertThat(city().door().get(Caller.operator(), "/analytics/api/v1/releases").json())
        .isNotEmpty();
    JsonNode measure =
        city()
            .door()
            .get(Caller.person("analyst"), "/analytics/api/v1/measures/connected-share")
            .json();
    assertThat(measure.path("total").path("figures").path(0).path("hidden").asBoolean()).isTrue();
  }

  @Test
  @Order(11)
  void the_walk_can_be_traced_without_personal_data() {
    agencyEar().close();
    Verb trace = Verb.trace(city(), incident);
    String walk = trace.words();
    assertThat(trace.code()).as(walk).isZero();
    assertThat(walk).doesNotContain("Maple", "Example Lane", "5195550117", "5550118");
    for (String word : List.of("incident", "notification", "referral", "analytics")) {
      assertThat(walk).contains(word);
    }
  }

  private City city() {
    return Objects.requireNonNull(playedIn, "not begun");
  }

  private Hearing agencyEar() {
    return Objects.requireNonNull(agencyEar, "not begun");
  }

  private Heard offer() {
    return Objects.requireNonNull(offer, "the agency was not told yet");
  }

  private void officer(String what, String json) {
    Answer answer = city().posts(OFFICER, Papers.INTAKE + "/" + incident + what, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }

  private void does(Caller worker, String what) {
    Answer answer = city().posts(worker, assignmentPath(what));
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }

  private void does(Caller worker, String what, String json) {
    Answer answer = city().posts(worker, assignmentPath(what), json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }

  private String assignmentPath(String what) {
    return "/notification/api/v1/assignments/" + assignment + "/" + what;
  }

  private Heard lastPage() {
    return city().told("worker-paged", incident).getLast();
  }

  private static Caller worker(Heard page) {
    return People.caller(UUID.fromString(page.data().path("staff").path(0).asText()));
  }

  private String seenBy(Caller worker) {
    return city().door().get(worker, "/notification/api/v1/pages").body();
  }
}
