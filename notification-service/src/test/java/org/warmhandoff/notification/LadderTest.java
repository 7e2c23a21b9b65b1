package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.FIRST_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.SECOND_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.AssignmentEvent.SupervisorTold;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;

/** The victim ladder as stories with a moved clock. Friday, 20 November 2026, 16:00 in Windsor. */
class LadderTest {

  private static final Instant START = Instant.parse("2026-11-20T21:00:00Z");
  private static final UUID OFFICER = staff(70);
  private static final UUID ASH = staff(1);
  private static final UUID BIRCH = staff(2);
  private static final UUID CEDAR = staff(3);

  private final MemoryDesk desk = new MemoryDesk(START);

  @BeforeEach
  void windsor() {
    desk.program(SixPrograms.windsorOnScene());
    desk.program(SixPrograms.hiatusVirtual());
    desk.program(SixPrograms.fsweEarly());
    List.of(ASH, BIRCH, CEDAR, FIRST_SUPERVISOR, SECOND_SUPERVISOR).forEach(desk::worker);
    desk.alwaysOnDuty("windsor-onscene", ASH, BIRCH);
    desk.alwaysOnDuty("hiatus-virtual", CEDAR);
  }

  private UUID report() {
    return desk.report("windsor", Incidents.facts().build());
  }

  private void safe(UUID incident) {
    desk.tell(new SceneDeclaredSafe(incident, OFFICER, desk.now(), Suspect.LEFT));
  }

  private void wanted(UUID incident, Help help) {
    desk.tell(new WorkerWanted(incident, OFFICER, desk.now(), help, null, null));
  }

  private void pass(Duration time) {
    desk.moveTo(desk.now().plus(time));
  }

  private List<UUID> paged(Assignment assignment) {
    return assertInstanceOf(AssignmentState.Paged.class, assignment.state()).crew();
  }

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
  void safetyRevokedStopsATravellingWorkerWhoMustSaySo() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    Assignment first = desk.only(incident);
    desk.answer(first, new Answer.Accept(), ASH);
    desk.tell(new SceneSafetyRevoked(incident, OFFICER, desk.now()));
    AssignmentState.StoodDown down =
        assertInstanceOf(AssignmentState.StoodDown.class, first.state());
    assertEquals("scene-not-safe", down.reason().code());
    assertEquals(List.of(ASH), down.toAcknowledge());
    pass(Duration.ofMinutes(3));
    assertEquals("SupervisorTold", desk.toldOf(first.id()).getLast());
    desk.answer(first, new Answer.AcknowledgeStandDown(), ASH);
    pass(Duration.ofHours(1));
    assertEquals("StandDownAcknowledged", desk.toldOf(first.id()).getLast());
    safe(incident);
    assertEquals(2, desk.assignments(incident).size());
    assertEquals(List.of(BIRCH), paged(desk.assignments(incident).getLast()));
  }

  @Test
  void officersLeavingEndsTheOfferAndTheVirtualRungTakesOver() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    desk.tell(new OfficersCleared(incident, OFFICER, desk.now()));
    assertEquals(List.of(CEDAR), paged(desk.only(incident)));
    assertThrows(Problem.class, () -> desk.answer(desk.only(incident), new Answer.Accept(), ASH));
  }

  @Test
  void officersLeavingStopsWhoIsStillOnTheWayAndHelpGoesOnBelow() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    desk.answer(desk.only(incident), new Answer.Accept(), ASH);
    desk.tell(new OfficersCleared(incident, OFFICER, desk.now()));
    List<Assignment> both = desk.assignments(incident);
    assertInstanceOf(AssignmentState.StoodDown.class, both.getFirst().state());
    assertEquals(List.of(CEDAR), paged(both.getLast()));
  }

  @Test
  void whoHasArrivedIsNotSentAwayWhenTheOfficersLeave() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    Assignment help = desk.only(incident);
    desk.answer(help, new Answer.Accept(), ASH);
    desk.answer(help, new Answer.Arrive(), ASH);
    desk.tell(new OfficersCleared(incident, OFFICER, desk.now()));
    desk.answer(help, new Answer.MakeContact(), ASH);
    desk.answer(help, new Answer.Conclude(Outcome.REFERRED), ASH);
    assertInstanceOf(AssignmentState.Concluded.class, help.state());
    assertEquals(1, desk.assignments(incident).size());
  }

  @Test
  void cancelledOrReclassifiedIsStoodDownAndComesBackWhenItIsDomesticAgain() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    desk.tell(new IncidentUpdated(incident, Incidents.facts().domestic(Known.NO).build()));
    assertInstanceOf(AssignmentState.StoodDown.class, desk.only(incident).state());
    desk.tell(new IncidentUpdated(incident, Incidents.facts().build()));
    assertEquals(2, desk.assignments(incident).size());
    desk.tell(new IncidentUpdated(incident, Incidents.facts().status(Status.CANCELLED).build()));
    assertEquals(0, desk.live().count());
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
  void aSecondAskWhileHelpIsComingChangesNothingAndAfterwardsStartsAgain() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    wanted(incident, Help.ON_SITE);
    Assignment help = desk.only(incident);
    desk.answer(help, new Answer.Accept(), ASH);
    desk.answer(help, new Answer.Conclude(Outcome.DECLINED), ASH);
    desk.tell(new IncidentUpdated(incident, Incidents.facts().physical(Known.YES).build()));
    assertEquals(1, desk.assignments(incident).size());
    wanted(incident, Help.ON_SITE);
    assertEquals(2, desk.assignments(incident).size());
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
    assertThrows(Problem.class, () -> desk.answer(help, new Answer.Decline("unwell"), BIRCH));
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
