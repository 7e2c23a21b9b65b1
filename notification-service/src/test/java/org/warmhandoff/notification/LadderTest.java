package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.FIRST_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.SECOND_SUPERVISOR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorTold;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.Mode;

/** The victim ladder as stories with a moved clock. */
class LadderTest extends WindsorStories {

  @Test
  void thePostAloneAndHalfOfTheOfficersFactsPageNobody() {
    UUID incident = report();
    assertTrue(desk.assignments(incident).isEmpty());
    safe(incident);
    assertTrue(desk.assignments(incident).isEmpty());
    wanted(incident, Help.ON_SITE);
    assertEquals(List.of(ASH), paged(desk.only(incident)));
    assertEquals(List.of("AssignmentOpened", "WorkerPaged"), desk.toldOf(desk.only(incident).id()));
  }

  @Test
  void silenceGoesToTheNextThenToTheRungBelowThenToTheSupervisorsRoundAndRound() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    Assignment help = desk.only(incident);
    assertEquals(List.of(ASH), paged(help));
    pass(Duration.ofMinutes(3));
    assertEquals(List.of(BIRCH), paged(help));
    pass(Duration.ofMinutes(3));
    assertEquals(List.of(CEDAR), paged(help));
    assertEquals(1, help.rung());
    pass(Duration.ofMinutes(3));
    pass(Duration.ofMinutes(9));
    assertEquals(
        List.of(
            "AssignmentOpened",
            "WorkerPaged",
            "PageExpired",
            "WorkerPaged",
            "PageExpired",
            "RungChanged",
            "WorkerPaged",
            "PageExpired",
            "SupervisorTold",
            "SupervisorTold",
            "SupervisorTold",
            "SupervisorTold"),
        desk.toldOf(help.id()));
    assertEquals(
        List.of(FIRST_SUPERVISOR, SECOND_SUPERVISOR, FIRST_SUPERVISOR, SECOND_SUPERVISOR),
        desk.told.stream()
            .filter(SupervisorTold.class::isInstance)
            .map(event -> ((SupervisorTold) event).supervisor())
            .toList());
    assertEquals(
        1, desk.advised.stream().filter(CadAdvisory.NobodyAvailable.class::isInstance).count());
    desk.answer(help, new Answer.Acknowledge(), SECOND_SUPERVISOR);
    assertTrue(help.over());
    assertEquals(help.version(), desk.toldOf(help.id()).size());
  }

  @Test
  void anEmptyRungIsPassedAtOnce() {
    desk.rota.remove("windsor-onscene");
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    assertEquals(List.of(CEDAR), paged(desk.only(incident)));
    assertEquals(
        List.of("AssignmentOpened", "RungChanged", "WorkerPaged"),
        desk.toldOf(desk.only(incident).id()));
  }

  @Test
  void outsideTheWindowTheRungBelowIsAskedAtOnce() {
    desk.moveTo(Instant.parse("2026-11-21T04:30:00Z")); // 23:30
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    assertEquals(List.of(CEDAR), paged(desk.only(incident)));
  }

  @Test
  void aWindowThatClosesInTheMiddleSendsTheNextPageBelow() {
    desk.moveTo(Instant.parse("2026-11-21T03:58:00Z")); // 22:58
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    assertEquals(List.of(ASH), paged(desk.only(incident)));
    pass(Duration.ofMinutes(3)); // 23:01
    assertEquals(List.of(CEDAR), paged(desk.only(incident)));
  }

  @Test
  void aShiftThatEndsInTheMiddleLeavesThePageButBringsNoOther() {
    desk.rota.clear();
    WindowSpec untilFive = WindowSpec.of("FREQ=DAILY", "09:00", "16:02");
    desk.onDuty("windsor-onscene", untilFive, ASH);
    desk.onDuty("windsor-onscene", untilFive, BIRCH);
    desk.alwaysOnDuty("hiatus-virtual", CEDAR);
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    pass(Duration.ofSeconds(170)); // 16:02:50, shift over, page still theirs
    desk.answer(desk.only(incident), new Answer.Accept(), ASH);
    assertInstanceOf(AssignmentState.Accepted.class, desk.only(incident).state());
    UUID second = report();
    wanted(second, Help.ON_SITE);
    safe(second);
    assertEquals(List.of(CEDAR), paged(desk.only(second)));
  }

  @Test
  void virtualHelpAskedForGoesStraightToTheVirtualProgram() {
    UUID incident = report();
    wanted(incident, Help.VIRTUAL);
    assertEquals(List.of(CEDAR), paged(desk.only(incident)));
    assertEquals(0, desk.only(incident).rung());
  }

  @Test
  void nothingThatIsNotLivePagesAnyone() {
    for (Mode mode : List.of(Mode.HISTORY, Mode.TEST)) {
      UUID incident = desk.report("windsor", Incidents.facts().build(), mode);
      wanted(incident, Help.ON_SITE);
      safe(incident);
      assertTrue(desk.assignments(incident).isEmpty());
      assertEquals(3, desk.incident(incident).mark());
    }
  }

  @Test
  void theSameAnswerTwiceIsOneAndALateOneIsRefused() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    Assignment help = desk.only(incident);
    pass(Duration.ofMinutes(3));
    assertThrows(Problem.class, () -> desk.answer(help, new Answer.Accept(), ASH));
    desk.answer(help, new Answer.Accept(), BIRCH);
    desk.answer(help, new Answer.Accept(), BIRCH);
    assertEquals(1, desk.toldOf(help.id()).stream().filter("PageAccepted"::equals).count());
    assertThrows(Problem.class, () -> desk.answer(help, new Answer.Decline("unwell", null), BIRCH));
  }

  @Test
  void lateIsLateAlsoBeforeTheDeadlineWasActedOn() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    desk.clockAloneTo(desk.now().plus(Duration.ofMinutes(3)));
    assertThrows(Problem.class, () -> desk.answer(desk.only(incident), new Answer.Accept(), ASH));
  }

  @Test
  void aServiceThatWasDownCatchesUpWithoutPagingTwice() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    desk.jumpTo(desk.now().plus(Duration.ofHours(2)));
    Assignment help = desk.only(incident);
    assertEquals(List.of(BIRCH), paged(help));
    assertEquals(2, help.attempt());
  }

  @Test
  void withNoSupervisorReachableItIsTriedAgainUntilOneIs() {
    desk.rota.clear();
    desk.worker(new Worker(FIRST_SUPERVISOR, "demo", null, true, List.of()));
    desk.worker(new Worker(SECOND_SUPERVISOR, "demo", null, false, List.of()));
    UUID incident = report();
    wanted(incident, Help.VIRTUAL);
    assertInstanceOf(AssignmentState.Unattended.class, desk.only(incident).state());
    desk.worker(FIRST_SUPERVISOR);
    pass(Duration.ofMinutes(3));
    assertInstanceOf(AssignmentState.Told.class, desk.only(incident).state());
    assertEquals(1, desk.advised.size());
  }

  @Test
  void anAssignmentKeepsItsLadderWhenTheProgramChanges() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    desk.program(SixPrograms.windsorOnScene());
    assertEquals(1, desk.only(incident).current().version());
    assertEquals(2, desk.programs("windsor").getFirst().version());
  }
}
