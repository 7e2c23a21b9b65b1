package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Attempt;
import org.warmhandoff.contracts.AssignmentEvent.Handover;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.AssignmentEvent.PageDeclined;
import org.warmhandoff.contracts.AssignmentEvent.SelfInitiatedContact;
import org.warmhandoff.contracts.AssignmentEvent.WorkerEnRoute;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;

/** What workers say beyond yes and no: not before an hour, and on the way. */
class AnsweringStoriesTest extends WindsorStories {

  @Test
  void whoSaysFromWhenIsAskedAgainThenAndFirst() {
    UUID dogwood = staff(4);
    desk.worker(dogwood);
    desk.alwaysOnDuty("windsor-onscene", dogwood);
    Assignment help = onScene();
    assertEquals(List.of(ASH), paged(help));
    decline(help, ASH, desk.now().plus(Duration.ofMinutes(3)));
    assertEquals(List.of(BIRCH), paged(help));
    pass(Duration.ofMinutes(3));
    assertEquals(List.of(ASH), paged(help), "before Dogwood, who was never asked");
    assertEquals(
        START.plus(Duration.ofMinutes(3)),
        desk.told.stream()
            .filter(PageDeclined.class::isInstance)
            .map(event -> ((PageDeclined) event).notBefore())
            .findFirst()
            .orElseThrow());
    pass(Duration.ofMinutes(3));
    assertEquals(List.of(dogwood), paged(help), "a promise is asked for once");
  }

  @Test
  void whoeverIsNotReachedIsTriedAgainAndATapTwiceIsOne() {
    Assignment help = onScene();
    desk.answer(help, new Answer.Accept(), ASH);
    desk.answer(help, new Answer.Try(Attempt.NO_ANSWER), ASH);
    desk.answer(help, new Answer.Try(Attempt.NO_ANSWER), ASH);
    assertEquals(1, help.reaching().tries(), "a tap on a bad line");
    pass(Duration.ofMinutes(2));
    desk.answer(help, new Answer.Try(Attempt.SOMEBODY_ELSE), ASH);
    assertEquals(2, help.reaching().tries());
    assertInstanceOf(AssignmentState.Accepted.class, help.state(), "it goes on");
    assertThrows(Problem.class, () -> desk.answer(help, new Answer.Try(Attempt.NO_ANSWER), BIRCH));
  }

  @Test
  void sheMayComeBackDaysLaterToHelpThatEndedAndPoliceHearOfItOnlyIfSheAgrees() {
    Assignment help = onScene();
    desk.answer(help, new Answer.Accept(), ASH);
    assertThrows(
        Problem.class, () -> desk.answer(help, new Answer.CameBack(true), ASH), "not over yet");
    desk.answer(help, new Answer.Conclude(Outcome.REFERRED, Handover.REFUGE), ASH);
    int advised = desk.advised.size();
    pass(Duration.ofDays(9));
    desk.answer(help, new Answer.CameBack(false), ASH);
    desk.answer(help, new Answer.CameBack(false), ASH);
    pass(Duration.ofDays(1));
    desk.answer(help, new Answer.CameBack(true), ASH);
    assertEquals(
        List.of(false, true),
        desk.told.stream()
            .filter(SelfInitiatedContact.class::isInstance)
            .map(event -> ((SelfInitiatedContact) event).policeMayKnow())
            .toList());
    assertEquals(advised, desk.advised.size(), "police are advised of nothing");
    assertInstanceOf(AssignmentState.Concluded.class, help.state());
  }

  @Test
  void aRefugeGoesWithAReferralOnly() {
    Assignment help = onScene();
    desk.answer(help, new Answer.Accept(), ASH);
    assertThrows(
        Problem.class,
        () -> desk.answer(help, new Answer.Conclude(Outcome.DECLINED, Handover.REFUGE), ASH));
    assertInstanceOf(AssignmentState.Accepted.class, help.state());
  }

  @Test
  void whoSaysFromWhenIsNotAskedBeforeOnTheRungBelowEither() {
    desk.rota.clear();
    desk.alwaysOnDuty("windsor-onscene", ASH);
    desk.alwaysOnDuty("hiatus-virtual", ASH);
    Assignment help = onScene();
    decline(help, ASH, desk.now().plus(Duration.ofMinutes(40)));
    assertInstanceOf(AssignmentState.Told.class, help.state(), "live help waits for nobody");
  }

  @Test
  void aFollowUpThatNobodyAnswersReachesASupervisorHoweverLongEachMayTake() {
    MemoryDesk list = new MemoryDesk(START);
    list.program(
        SixPrograms.spec(
                "list", "windsor", "CA-ON", "victim", "follow-up", "follow-up", "America/Toronto")
            .windows(WindowSpec.of("FREQ=DAILY", "09:00", "17:00"))
            .ladder("PT6H", null, "wait")
            .build());
    List.of(ASH, BIRCH, CEDAR, SixPrograms.FIRST_SUPERVISOR).forEach(list::worker);
    list.alwaysOnDuty("list", ASH, BIRCH, CEDAR);
    Assignment help = list.only(list.report("windsor", Incidents.facts().build()));
    list.moveTo(START.plus(Duration.ofDays(4)));
    assertInstanceOf(
        AssignmentState.Told.class, help.state(), "each page runs out after the hours have ended");
  }

  @Test
  void aFollowUpWaitsForWhoeverSaidFromWhenUntilItsHoursEnd() {
    for (Duration later : List.of(Duration.ofMinutes(30), Duration.ofHours(2))) {
      MemoryDesk list = new MemoryDesk(START);
      list.program(
          SixPrograms.spec(
                  "list", "windsor", "CA-ON", "victim", "follow-up", "follow-up", "America/Toronto")
              .windows(WindowSpec.of("FREQ=DAILY", "09:00", "17:00"))
              .ladder("PT4H", null, "wait")
              .build());
      List.of(ASH, SixPrograms.FIRST_SUPERVISOR).forEach(list::worker);
      list.alwaysOnDuty("list", ASH);
      Assignment help = list.only(list.report("windsor", Incidents.facts().build()));
      Instant from = list.now().plus(later);
      list.answer(help, new Answer.Decline("busy", from), ASH);
      if (later.equals(Duration.ofMinutes(30))) {
        assertEquals(from, assertInstanceOf(AssignmentState.Waiting.class, help.state()).until());
        list.moveTo(from);
        assertEquals(List.of(ASH), paged(help));
      } else {
        assertInstanceOf(AssignmentState.Told.class, help.state(), "the list closes at five");
      }
    }
  }

  @Test
  void nobodyPromisesThePastOrMoreThanADay() {
    Assignment help = onScene();
    for (Instant wrong :
        List.of(
            desk.now(),
            desk.now().minusSeconds(1),
            desk.now().plus(Duration.ofHours(24).plusSeconds(1)))) {
      assertThrows(Problem.class, () -> decline(help, ASH, wrong));
    }
    assertEquals(List.of(ASH), paged(help));
  }

  @Test
  void whoIsOnTheWayMaySayForHowLongAndArrives() {
    Assignment help = onScene();
    assertThrows(
        Problem.class, () -> desk.answer(help, new Answer.SetOut(null), ASH), "before a yes");
    desk.answer(help, new Answer.Accept(), ASH);
    desk.answer(help, new Answer.SetOut(Duration.ofMinutes(20)), ASH);
    desk.answer(help, new Answer.SetOut(Duration.ofMinutes(20)), ASH);
    assertEquals(
        List.of(ASH), assertInstanceOf(AssignmentState.EnRoute.class, help.state()).crew());
    assertEquals(
        List.of(START.plus(Duration.ofMinutes(20))),
        desk.told.stream()
            .filter(WorkerEnRoute.class::isInstance)
            .map(event -> ((WorkerEnRoute) event).expectedAt())
            .toList());
    desk.answer(help, new Answer.Arrive(), ASH);
    assertInstanceOf(AssignmentState.Arrived.class, help.state());
  }

  @Test
  void byPhoneNobodySetsOut() {
    UUID incident = report();
    wanted(incident, Help.VIRTUAL);
    Assignment help = desk.only(incident);
    desk.answer(help, new Answer.Accept(), CEDAR);
    assertThrows(Problem.class, () -> desk.answer(help, new Answer.SetOut(null), CEDAR));
    desk.answer(help, new Answer.MakeContact(), CEDAR);
    assertInstanceOf(AssignmentState.InContact.class, help.state());
  }

  @Test
  void whoIsOnTheWayIsStoppedAsWhoSaidYesIs() {
    Assignment help = onScene();
    desk.answer(help, new Answer.Accept(), ASH);
    desk.answer(help, new Answer.SetOut(null), ASH);
    assertNull(assertInstanceOf(AssignmentState.EnRoute.class, help.state()).expectedAt());
    desk.tell(new SceneSafetyRevoked(help.incident(), OFFICER, desk.now()));
    assertEquals(
        List.of(ASH),
        assertInstanceOf(AssignmentState.StoodDown.class, help.state()).toAcknowledge());
  }

  @Test
  void officersThatLeaveStopWhoIsOnTheWay() {
    Assignment help = onScene();
    desk.answer(help, new Answer.Accept(), ASH);
    desk.answer(help, new Answer.SetOut(Duration.ofMinutes(10)), ASH);
    desk.tell(new OfficersCleared(help.incident(), OFFICER, desk.now()));
    assertEquals("stopping", help.state().code());
    assertTrue(
        desk.assignments(help.incident()).stream()
            .anyMatch(other -> other.state() instanceof AssignmentState.Paged),
        "the virtual rung is asked");
  }

  @Test
  void whoSaidYesKeepsItWhenTheirShiftEnds() {
    desk.rota.clear();
    desk.onDuty("windsor-onscene", WindowSpec.of("FREQ=DAILY", "09:00", "16:02"), ASH);
    desk.alwaysOnDuty("hiatus-virtual", CEDAR);
    Assignment help = onScene();
    desk.answer(help, new Answer.Accept(), ASH);
    pass(Duration.ofHours(1));
    assertEquals(List.of(ASH), help.occupied());
    assertInstanceOf(AssignmentState.Accepted.class, help.state());
  }

  private Assignment onScene() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    return desk.only(incident);
  }

  private void decline(Assignment help, UUID staff, Instant notBefore) {
    desk.answer(help, new Answer.Decline("busy", notBefore), staff);
  }
}
