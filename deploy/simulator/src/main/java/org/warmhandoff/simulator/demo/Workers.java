package org.warmhandoff.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.stack.Heard;

/** Workers and supervisors: they answer what reaches them, or stay silent until a deadline does. */
final class Workers {

  private static final String DUTY = "/notification/api/v1/";
  private static final int LONGEST_THOUGHT_MINUTES = 4;

  private final Play play;
  private final Consents consents;
  private final Map<UUID, List<UUID>> crews = new HashMap<>();
  private final Map<UUID, Instant> awaited = new HashMap<>();

  Workers(Play play, Consents consents) {
    this.play = play;
    this.consents = consents;
  }

  /** Something was told about an assignment. */
  void hear(Heard heard) {
    if (!heard.topic().equals(Topics.ASSIGNMENT)) {
      return;
    }
    JsonNode data = heard.data();
    Case call = play.of(Play.id(data, "incident"));
    if (call == null) {
      return;
    }
    switch (heard.what()) {
      case "worker-paged" -> paged(call, data, heard);
      case "page-accepted", "page-declined", "supervisor-acknowledged" ->
          awaited.remove(Play.id(data, "assignment"));
      case "page-expired" -> play.tally.unanswered++;
      case "supervisor-told" -> supervisor(call, data);
      case "assignment-waiting" -> wake(call, data, "until");
      case "assignment-stood-down" -> calledOff(call, Play.id(data, "assignment"));
      default -> {
        // what was weighed, and what the play itself did
      }
    }
  }

  private void paged(Case call, JsonNode page, Heard heard) {
    boolean first = page.path("rung").asInt() == 0 && page.path("attempt").asInt() == 1;
    play.told.paged(call.incident(), heard, first);
    play.tally.pages++;
    if (isForVictim(page)) {
      play.tally.paged.add(call.incident());
    }
    UUID assignment = Play.id(page, "assignment");
    UUID staff = UUID.fromString(page.path("staff").path(0).asText());
    Caller worker = play.cast.staff(staff);
    mustSee(worker, assignment);
    wake(call, page, "answerBy");
    Duration patience = Duration.between(play.now(), Instant.parse(page.path("answerBy").asText()));
    Chance chance = call.chance;
    if (chance.in(0.8)) {
      play.in(
          within(patience, chance),
          call,
          () ->
              does(
                  worker,
                  call,
                  assignment,
                  "acceptance",
                  null,
                  () -> accepted(worker, call, assignment, page)));
    } else if (chance.in(0.4)) {
      play.in(
          within(patience, chance),
          call,
          () ->
              does(
                  worker,
                  call,
                  assignment,
                  "refusal",
                  Play.object().put("reason", "busy"),
                  () -> {}));
    }
  }

  /** The page must stand where its worker looks. */
  private void mustSee(Caller worker, UUID assignment) {
    for (JsonNode page : play.reads(worker, DUTY + "pages")) {
      if (page.path("assignment").asText().equals(assignment.toString())) {
        return;
      }
    }
    play.surprise("a page was told on the topic and its worker does not see it");
  }

  private void accepted(Caller worker, Case call, UUID assignment, JsonNode page) {
    Chance chance = call.chance;
    List<UUID> crew = new ArrayList<>();
    page.path("staff").forEach(staff -> crew.add(UUID.fromString(staff.asText())));
    crews.put(assignment, crew);
    boolean victim = isForVictim(page);
    if (victim) {
      play.tally.accepted.add(call.incident());
    }
    String mode = page.path("mode").asText();
    boolean travels = mode.equals("ON_SITE") || mode.equals("SECOND_RESPONSE");
    Duration untilThere = travels ? chance.minutes(8, 25) : chance.minutes(1, 6);
    boolean reached = chance.in(victim ? 0.88 : 0.75);
    Agenda.Act end =
        () ->
            conclude(
                worker,
                call,
                assignment,
                victim,
                chance.in(0.9) ? "unreachable" : "unsafe-to-contact");
    Agenda.Act there =
        () -> {
          if (reached) {
            play.in(
                chance.minutes(2, 8),
                call,
                () ->
                    does(
                        worker,
                        call,
                        assignment,
                        "contact",
                        null,
                        () -> talked(worker, call, assignment, page)));
          } else {
            play.in(chance.minutes(5, 30), call, end);
          }
        };
    play.in(
        untilThere,
        call,
        () -> {
          if (travels) {
            does(worker, call, assignment, "arrival", null, there);
          } else {
            there.play();
          }
        });
  }

  private void talked(Caller worker, Case call, UUID assignment, JsonNode page) {
    boolean victim = isForVictim(page);
    if (victim) {
      play.tally.connected.add(call.incident());
    }
    Chance chance = call.chance;
    String program = page.path("program").asText();
    double share =
        switch (program) {
          case "cleveland-car", "cleveland-control" -> 0.39;
          case "richelieu-outreach" -> 0.55;
          default -> 0.48;
        };
    boolean given = chance.in(share);
    @Nullable String agency =
        switch (program) {
          case "windsor-onscene", "hiatus-virtual" -> "hiatus-house";
          case "cleveland-car", "cleveland-control" -> "harbour-support";
          case "richelieu-outreach" -> "entraide";
          default -> null;
        };
    String outcome;
    if (agency == null) {
      outcome = chance.in(0.48) ? "referred" : chance.in(0.45) ? "already-supported" : "declined";
    } else {
      outcome = given ? "referred" : chance.in(0.55) ? "already-supported" : "declined";
      play.in(
          chance.minutes(5, 20),
          call,
          () ->
              consents.ask(
                  worker,
                  call,
                  victim ? call.victim() : call.offender(),
                  agency,
                  victim ? "SUPPORT" : "OUTREACH",
                  given,
                  false));
    }
    play.in(
        chance.minutes(21, 60), call, () -> conclude(worker, call, assignment, victim, outcome));
  }

  private void conclude(Caller worker, Case call, UUID assignment, boolean victim, String outcome) {
    does(
        worker,
        call,
        assignment,
        "conclusion",
        Play.object().put("outcome", outcome),
        () -> {
          if (victim) {
            play.tally.concluded(call.incident(), outcome);
          }
        });
  }

  /** Whoever had taken it reads that it was called off, and says so. */
  private void calledOff(Case call, UUID assignment) {
    call.calledOff.add(assignment);
    awaited.remove(assignment);
    for (UUID staff : crews.getOrDefault(assignment, List.of())) {
      play.in(
          Duration.ofMinutes(1),
          call,
          () ->
              play.posts(
                  play.cast.staff(staff), at(assignment, "stand-down-acknowledgement"), null));
    }
  }

  /** Does it, unless the assignment was called off meanwhile. */
  private void does(
      Caller worker,
      Case call,
      UUID assignment,
      String what,
      @Nullable ObjectNode body,
      Agenda.Act then) {
    if (call.calledOff.contains(assignment)) {
      return;
    }
    if (play.posts(worker, at(assignment, what), body).done()) {
      then.play();
    }
  }

  private void supervisor(Case call, JsonNode told) {
    play.tally.supervisorsTold++;
    UUID assignment = Play.id(told, "assignment");
    Caller supervisor = play.cast.staff(Play.id(told, "supervisor"));
    wake(call, told, "answerBy");
    play.in(
        Duration.ofMinutes(2),
        call,
        () -> play.posts(supervisor, at(assignment, "acknowledgement"), null));
  }

  /**
   * A deadline falls due by the clock alone: the play only sees to it that the clock stops there,
   * unless there is an answer before.
   */
  private void wake(Case call, JsonNode told, String field) {
    UUID assignment = Play.id(told, "assignment");
    Instant deadline = Instant.parse(told.path(field).asText());
    awaited.put(assignment, deadline);
    play.agenda.beThereAt(deadline, call, () -> deadline.equals(awaited.get(assignment)));
  }

  private static Duration within(Duration patience, Chance chance) {
    long most = Math.min(LONGEST_THOUGHT_MINUTES, patience.toMinutes() - 1);
    return Duration.ofMinutes(1 + chance.below((int) Math.max(1, most)));
  }

  private static boolean isForVictim(JsonNode page) {
    return !page.path("mode").asText().equals("OUTREACH");
  }

  private static String at(UUID assignment, String what) {
    return DUTY + "assignments/" + assignment + "/" + what;
  }
}
