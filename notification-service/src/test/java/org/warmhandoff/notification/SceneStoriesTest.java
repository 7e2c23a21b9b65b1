package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;

/** What happens at the scene, and to those who are on their way there. */
class SceneStoriesTest extends WindsorStories {

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
  void aRungBelowThatIsNotForItIsNotOpenedAndASupervisorHearsInstead() {
    desk.program(SixPrograms.nursePoliceTeam());
    desk.alwaysOnDuty("nurse-police-team", ASH, BIRCH);
    desk.moveTo(Instant.parse("2026-11-21T02:00:00Z")); // Friday, 21:00 in Windsor
    UUID incident =
        desk.report("windsor", Incidents.facts().domestic(Known.NO).physical(Known.YES).build());
    wanted(incident, Help.ON_SITE);
    safe(incident);
    Assignment team = desk.only(incident);
    assertEquals("nurse-police-team", team.current().program());
    desk.answer(team, new Answer.Accept(), ASH);
    desk.tell(new OfficersCleared(incident, OFFICER, desk.now()));
    Assignment next = desk.assignments(incident).getLast();
    assertInstanceOf(AssignmentState.Told.class, next.state(), "virtual help is for partners");
    desk.heard(incident);
    assertInstanceOf(AssignmentState.Told.class, next.state(), "and it stays so");
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
  void openedAgainTheCallPagesNobodyForWhatWasSaidBefore() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    desk.tell(new IncidentUpdated(incident, Incidents.facts().status(Status.CLOSED).build()));
    desk.tell(new IncidentUpdated(incident, Incidents.facts().build()));
    safe(incident);
    assertEquals(0, desk.assignments(incident).size());
    wanted(incident, Help.ON_SITE);
    Assignment help = desk.only(incident);
    assertEquals(List.of(ASH), paged(help));
    desk.answer(help, new Answer.Accept(), ASH);
    desk.tell(new IncidentUpdated(incident, Incidents.facts().status(Status.CLOSED).build()));
    desk.tell(new IncidentUpdated(incident, Incidents.facts().build()));
    assertInstanceOf(AssignmentState.Accepted.class, help.state(), "what is open goes on");
    desk.answer(help, new Answer.Conclude(Outcome.REFERRED), ASH);
    desk.tell(new IncidentUpdated(incident, Incidents.facts().physical(Known.YES).build()));
    assertEquals(1, desk.assignments(incident).size());
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
}
