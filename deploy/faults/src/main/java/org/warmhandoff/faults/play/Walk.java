package org.warmhandoff.faults.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;

/** One incident from the call to the agency, by people who go on whatever happens. */
final class Walk {

  private static final Caller CAD = Caller.cad("windsor");
  private static final Caller OFFICER = Caller.person("windsor-officer-1");
  private static final String AGENCY = "hiatus-house";
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);
  private static final int RARELY = 8;
  private static final Set<String> CONSENTED = Set.of("NAME", "PHONE");

  private final Acts acts;
  private final Promises promises;
  private final String name;
  private final Random random;
  private final Set<String> parties = new HashSet<>();

  Walk(Acts acts, Promises promises, String name, Random random) {
    this.acts = acts;
    this.promises = promises;
    this.name = name;
    this.random = random;
  }

  /**
   * Walks.
   *
   * @param answered whether a worker takes the page
   */
  void run(boolean answered) {
    // A CAD tries its line with an incident that is none: everybody taps, and nobody may be paged.
    boolean trial = random.nextInt(RARELY) == 0;
    Answer reported = acts.post(CAD, Feed.INTAKE, report(acts.town().now(), trial));
    if (!reported.done()) {
      promises.outrages.add("a sound report was refused: " + reported.problem());
      return;
    }
    promises.reported.merge("windsor " + name, 1, Math::max);
    UUID incident = id(reported.json(), "incident");
    promises.parties.put(incident, Set.copyOf(parties));
    UUID victim = victim(incident);
    if (trial) {
      promises.trials.add(incident);
      tap(incident, victim);
      return;
    }
    boolean refused = random.nextInt(RARELY) == 0;
    // The consent may be heard of before the incident is: then it waits.
    boolean consentFirst = random.nextBoolean();
    UUID consent = consentFirst ? consents(incident, victim, refused) : null;
    if (tap(incident, victim)) {
      promises.wanted.add(incident);
    }
    leave(incident);
    if (consent == null) {
      consent = consents(incident, victim, refused);
    }
    if (answered) {
      accept(incident);
    }
    if (!refused) {
      refer(consent, After.values()[random.nextInt(After.values().length)]);
    }
  }

  /** What becomes of a referral. */
  private enum After {
    ACCEPTED,
    WITHDRAWN,
    WITHDRAWN_AND_READ,
    LEFT
  }

  /** Whether a worker was asked for. */
  private boolean tap(UUID incident, UUID victim) {
    if (officer(incident, "/scene-safe", "{\"suspect\":\"left\"}")) {
      promises.safe.add(incident);
    }
    return officer(
        incident,
        "/worker-wanted",
        "{\"help\":\"on-site\",\"victim\":\"%s\",\"language\":\"en\"}".formatted(victim));
  }

  /** Some scenes are not safe any more, and some officers leave, while a worker is looked for. */
  private void leave(UUID incident) {
    switch (random.nextInt(5)) {
      case 0 -> {
        if (officer(incident, "/scene-safe/revocation", null)) {
          promises.revoked.add(incident);
        }
      }
      case 1 -> {
        if (officer(incident, "/clear", null)) {
          promises.cleared.add(incident);
        }
      }
      default -> {}
    }
  }

  private UUID consents(UUID incident, UUID victim, boolean refused) {
    String version =
        acts.get(
                OFFICER,
                "/referral/api/v1/consent-texts?purpose=SUPPORT&language=en&agency=" + AGENCY)
            .json()
            .path("version")
            .asText();
    Answer answer =
        acts.post(
            OFFICER,
            "/referral/api/v1/consents",
            """
            {"incident":"%s","person":"%s","agency":"%s","purpose":"SUPPORT",
             "categories":["NAME","PHONE"],"decision":"%s","form":"VERBAL","textVersion":"%s",
             "language":"en","overheard":"NO","asserted":false,"needs":["counselling"],
             "urgency":"ROUTINE"}"""
                .formatted(incident, victim, AGENCY, refused ? "REFUSED" : "GIVEN", version));
    if (answer.done()) {
      UUID consent = id(answer.json(), "consent");
      promises.consents.add(consent);
      return consent;
    }
    // Committed before the answer was lost: the same again is told that it is in force.
    return UUID.fromString(
        acts.awaited(
                LONG_ENOUGH.multipliedBy(5),
                "referral",
                "select id from consent where incident = ? and standing = 'GIVEN'",
                incident)
            .getFirst()
            .getFirst());
  }

  private void accept(UUID incident) {
    List<List<String>> pages =
        acts.awaited(
            LONG_ENOUGH,
            "notification",
            "select assignment, staff from page where incident = ? and ended_at is null",
            incident);
    if (pages.isEmpty()) {
      return;
    }
    UUID assignment = UUID.fromString(pages.getFirst().get(0));
    UUID staff = UUID.fromString(pages.getFirst().get(1));
    Caller worker = acts.person(staff);
    if (answer(worker, assignment, "/acceptance", null, "page-accepted")) {
      answer(worker, assignment, "/arrival", null, "worker-arrived");
      answer(worker, assignment, "/contact", null, "contact-made");
      answer(
          worker, assignment, "/conclusion", "{\"outcome\":\"referred\"}", "assignment-concluded");
    }
  }

  private boolean answer(
      Caller worker, UUID assignment, String what, @Nullable String json, String fact) {
    boolean done =
        acts.post(worker, "/notification/api/v1/assignments/" + assignment + what, json).done();
    if (done) {
      promises.answered(assignment, fact);
    }
    return done;
  }

  private void refer(UUID consent, After after) {
    List<List<String>> referrals =
        acts.awaited(LONG_ENOUGH, "referral", "select id from referral where consent = ?", consent);
    if (referrals.isEmpty()) {
      if (after == After.WITHDRAWN || after == After.WITHDRAWN_AND_READ) {
        withdraw(consent);
      }
      return;
    }
    UUID referral = UUID.fromString(referrals.getFirst().getFirst());
    read(referral, false);
    switch (after) {
      case ACCEPTED -> take(referral);
      case WITHDRAWN -> withdraw(consent);
      case WITHDRAWN_AND_READ -> {
        if (withdraw(consent)) {
          read(referral, true);
        }
      }
      case LEFT -> {}
    }
  }

  private void take(UUID referral) {
    if (acts.post(
            Caller.agency(AGENCY),
            "/referral/api/v1/referrals/" + referral + "/answers",
            "{\"status\":\"accepted\"}")
        .done()) {
      promises.takenOn.add(referral);
    }
  }

  private boolean withdraw(UUID consent) {
    Answer answer =
        acts.post(OFFICER, "/referral/api/v1/consents/" + consent + "/withdrawal", null);
    if (answer.done()) {
      promises.withdrawn.add(consent);
    } else {
      promises.outrages.add("a consent could not be taken back: " + answer.problem());
    }
    return answer.done();
  }

  private void read(UUID referral, boolean mustBeGone) {
    Answer answer =
        acts.get(Caller.agency(AGENCY), "/referral/api/v1/referrals/" + referral + "/content");
    if (!answer.done()) {
      if (!mustBeGone) {
        promises.outrages.add("an agency could not read what it was sent: " + answer.problem());
      }
      return;
    }
    Set<String> fields = new HashSet<>();
    answer.json().path("fields").fieldNames().forEachRemaining(fields::add);
    promises.disclosed.put(id(answer.json(), "disclosure"), fields);
    if (mustBeGone) {
      promises.outrages.add("content of referral " + referral + " was read after the withdrawal");
    }
    if (!CONSENTED.containsAll(fields)) {
      promises.outrages.add("more fields than consented to: " + fields);
    }
  }

  private boolean officer(UUID incident, String what, @Nullable String json) {
    Answer answer = acts.post(OFFICER, Feed.INTAKE + "/" + incident + what, json);
    if (!answer.done()) {
      promises.outrages.add("an officer's " + what + " was refused: " + answer.problem());
    }
    return answer.done();
  }

  private UUID victim(UUID incident) {
    for (JsonNode party :
        acts.get(CAD, Feed.INTAKE + "/" + incident).json().path("facts").path("parties")) {
      if (party.path("role").asText().equals("VICTIM")) {
        return id(party, "person");
      }
    }
    throw new IllegalStateException("no victim");
  }

  private static UUID id(JsonNode node, String field) {
    return UUID.fromString(node.path(field).asText());
  }

  private String report(Instant now, boolean trial) {
    return """
        {"test":%s,"externalId":"%s","asOf":"%s","occurredAt":"%s","type":"DVA","status":"active",
         "domestic":"yes","physical":"yes","charge":"undecided","relationship":"SE",
         "municipality":"ward-7","placeKind":"home","priority":3,
         "persons":[
          {"ref":"v","role":"victim","name":"Demo Person %s Maple","phone":"+15195550117"},
          {"ref":"o","role":"alleged-offender","name":"Demo Person %s Oak"}%s]}"""
        .formatted(
            trial, name, now.minusSeconds(1), now.minusSeconds(300), name, name, colleagues());
  }

  /** In a few calls two of the rota are parties: they must not be called to it. */
  private String colleagues() {
    List<List<String>> rota =
        random.nextInt(3) == 0
            ? acts.rows(
                "notification",
                "select distinct jsonb_array_elements_text(staff) from rota_entry"
                    + " where program = 'windsor-onscene' order by 1")
            : List.of();
    int first = random.nextInt(Math.max(1, rota.size()));
    if (rota.isEmpty()) {
      return "";
    }
    String caller = rota.get(first).getFirst();
    String witness = rota.get((first + 1) % rota.size()).getFirst();
    parties.addAll(List.of(caller, witness));
    return """
        ,{"ref":"c","role":"caller","staffId":"%s"},{"ref":"w","role":"witness","staffId":"%s"}"""
        .formatted(caller, witness);
  }
}
