package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentStoodDown;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorTold;
import org.warmhandoff.contracts.AssignmentEvent.WorkerPaged;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;

/** What must never be found in a week of incidents; looked for after each thing that happens. */
final class WeekChecks {

  private final MemoryDesk desk;
  private final Map<UUID, Integer> attempts = new HashMap<>();
  private final Set<UUID> toldSomebody = new HashSet<>();
  private int seen;

  WeekChecks(MemoryDesk desk) {
    this.desk = desk;
  }

  void check() {
    for (; seen < desk.told.size(); seen++) {
      switch (desk.told.get(seen)) {
        case WorkerPaged page -> paged(page);
        case PageAccepted accepted -> accepted(accepted);
        case AssignmentOpened opened -> opened(opened);
        case AssignmentStoodDown down -> travellersAreStopped(down);
        case SupervisorTold told -> toldSomebody.add(told.assignment());
        case AssignmentEvent other -> {}
      }
    }
    Set<UUID> urgent = new HashSet<>();
    for (Assignment assignment : desk.unfinished()) {
      if (assignment.binds()) {
        for (UUID staff : assignment.occupied()) {
          assertTrue(urgent.add(staff), "two urgent calls on one worker");
        }
      }
      nobodyIsForgotten(assignment);
      nobodyTravelsToAnUnsafeScene(assignment);
    }
  }

  /** Live help starts on something fresh, once, and never on what an import said. */
  private void opened(AssignmentOpened opened) {
    IncidentView incident = desk.incident(opened.incident());
    assertEquals(Mode.LIVE, incident.mode(), "an import called on somebody");
    Assignment assignment = desk.assignment(opened.assignment());
    if (assignment.ladder().getFirst().kind() == Program.Kind.LIVE_HELP && assignment.rung() == 0) {
      assertFalse(
          incident
              .timeOf(assignment.mark())
              .filter(at -> at.plus(desk.freshFor()).isBefore(opened.at()))
              .isPresent(),
          "something stale called on somebody");
    }
    for (Assignment other : desk.assignments(opened.incident())) {
      if (other != assignment && !other.over()) {
        assertFalse(
            other.current().program().equals(opened.program()), "the same help twice at a time");
      }
    }
  }

  /** Who was on the way when it was called off has to say so, and until then others are told. */
  private void travellersAreStopped(AssignmentStoodDown down) {
    if (desk.assignment(down.assignment()).state() instanceof AssignmentState.StoodDown state
        && !state.toAcknowledge().isEmpty()) {
      assertTrue(state.remindAt() != null, "nobody would notice a worker who goes on");
    }
  }

  /**
   * After days in which nobody said a word: whatever is still open has been told to a supervisor,
   * or waits for hours of service that are to come.
   */
  void everyoneWasTold() {
    for (Assignment assignment : desk.unfinished()) {
      switch (assignment.state()) {
        case AssignmentState.Told told -> {}
        case AssignmentState.Waiting waiting ->
            assertTrue(waiting.until().isAfter(desk.now()), "waits for an hour that has passed");
        case AssignmentState.StoodDown down ->
            assertTrue(toldSomebody.contains(assignment.id()), "nobody heard of a traveller");
        case AssignmentState.Held held -> {}
        case AssignmentState other -> fail("nobody was told: " + other.code());
      }
    }
    for (IncidentView incident : desk.incidents.values()) {
      Decision last = desk.decisions.get(incident.incident());
      if (last != null && incident.mode() == Mode.LIVE && !last.opening().isEmpty()) {
        assertFalse(
            desk.assignments(incident.incident()).isEmpty(), "help was due and nobody looked");
      }
    }
  }

  private void paged(WorkerPaged page) {
    IncidentView incident = desk.incident(page.incident());
    assertEquals(Mode.LIVE, incident.mode());
    assertEquals(
        attempts.merge(page.assignment(), 1, Integer::sum), page.attempt(), "attempts count on");
    assertTrue(page.at().isBefore(page.answerBy()));
    Assignment own = desk.assignment(page.assignment());
    for (Assignment other : desk.assignments(page.incident())) {
      assertFalse(
          other != own
              && other.audience() == own.audience()
              && other.state() instanceof AssignmentState.Looking
              && other.current().program().equals(page.program())
              && own.state() instanceof AssignmentState.Looking
              && own.current().program().equals(page.program()),
          "one program looks twice for the same people");
    }
    for (UUID staff : page.staff()) {
      Worker worker = desk.workers.get(staff);
      if (worker == null) {
        fail("paged somebody unknown");
        return;
      }
      assertTrue(worker.reachable(), "paged without a verified channel");
      assertFalse(incident.facts().excludedStaff().contains(staff), "paged a party");
      assertTrue(
          desk.rota.getOrDefault(page.program(), List.of()).stream()
              .anyMatch(
                  entry ->
                      entry.staff().contains(staff) && entry.window().at(page.at()).isPresent()),
          "paged off duty");
    }
  }

  private void accepted(PageAccepted accepted) {
    Audience own =
        desk.assignments(accepted.incident()).stream()
            .filter(assignment -> assignment.id().equals(accepted.assignment()))
            .findFirst()
            .orElseThrow()
            .audience();
    for (Party party : desk.incident(accepted.incident()).facts().parties()) {
      Set<Audience> sides =
          desk.sides
              .getOrDefault(accepted.staff(), Map.of())
              .getOrDefault(party.person(), Set.of());
      assertTrue(sides.stream().allMatch(own::equals), "on both sides of a dyad");
    }
  }

  /** Nobody told at all is never where an assignment rests. */
  private void nobodyIsForgotten(Assignment assignment) {
    switch (assignment.state()) {
      case AssignmentState.Proposed s -> fail("left undecided");
      case AssignmentState.Looking looking ->
          assertFalse(
              assignment.deadline().orElseThrow().dueAt().isBefore(desk.now()),
              "nothing would ever happen");
      case AssignmentState.Held s -> {}
      case AssignmentState.Over s -> {}
    }
  }

  private void nobodyTravelsToAnUnsafeScene(Assignment assignment) {
    boolean going =
        assignment.state() instanceof AssignmentState.Paged
            || assignment.state() instanceof AssignmentState.Coming;
    IncidentView.Scene scene = desk.incident(assignment.incident()).scene();
    if (going && assignment.current().mode() == HelpMode.ON_SITE) {
      assertTrue(scene instanceof IncidentView.Scene.Safe, "sent to a scene that is not safe");
    }
    if (going && assignment.current().mode() == HelpMode.SECOND_RESPONSE) {
      assertFalse(scene instanceof IncidentView.Scene.Unsafe, "sent to a scene that is not safe");
    }
  }
}
