package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.FIRST_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentReassigned;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.contracts.IncidentEvent.Help;

/** Help passed on and called off by hand. */
class InterventionTest extends WindsorStories {

  private static final UUID DISPATCHER = staff(80);

  @Test
  void whoeverIsNextIsPagedAndWhoWasOnTheWayMustStop() {
    Assignment help = onScene(report());
    desk.answer(help, new Answer.Accept(), ASH);
    desk.answer(help, new Answer.SetOut(null), ASH);
    Assignment next = reassign(help, null);
    assertEquals(List.of(BIRCH), paged(next));
    assertEquals(help.openedAt(), next.openedAt());
    AssignmentState.Reassigned passed =
        assertInstanceOf(AssignmentState.Reassigned.class, help.state());
    assertEquals(List.of(ASH), passed.toAcknowledge());
    assertEquals(next.id(), passed.to());
    assertEquals(DISPATCHER, passed.by());
    assertEquals("stopping", help.state().code());
    assertEquals(
        "worker-cannot",
        desk.told.stream()
            .filter(AssignmentReassigned.class::isInstance)
            .map(event -> ((AssignmentReassigned) event).reason())
            .findFirst()
            .orElseThrow());
    pass(Duration.ofMinutes(3));
    assertEquals(FIRST_SUPERVISOR, help.supervisor(), "Ash has not said that they stopped");
    desk.answer(help, new Answer.AcknowledgeStandDown(), ASH);
    assertEquals("reassigned", help.state().code());
  }

  @Test
  void someoneNamedIsPagedBeforeOthers() {
    Assignment help = onScene(report());
    assertEquals(List.of(ASH), paged(help));
    Assignment next = reassign(help, BIRCH);
    assertEquals(List.of(BIRCH), paged(next));
    assertEquals("reassigned", help.state().code(), "nobody was on the way");
    assertTrue(help.occupied().isEmpty());
    pass(Duration.ofMinutes(3));
    assertEquals(List.of(CEDAR), paged(next), "Ash had it and is not asked again");
  }

  @Test
  void nobodyWhoMustNotGoIsSentByHand() {
    Assignment help = onScene(report());
    desk.worker(new Worker(BIRCH, "demo-agency", null, true, List.of(new Channel.InApp(false))));
    assertUnfit(help, BIRCH, "no-verified-channel");
    assertUnfit(help, staff(99), "off-duty");
    assertUnfit(help, CEDAR, "off-duty");
    desk.worker(BIRCH);
    Assignment other = onScene(report());
    desk.answer(other, new Answer.Accept(), BIRCH);
    assertUnfit(help, BIRCH, "on-scene");
    assertEquals(List.of(ASH), paged(help), "nothing moved");
  }

  @Test
  void whyAPartyIsNotAvailableIsNotSaid() {
    Assignment help = onScene(desk.report("windsor", Incidents.facts().excluded(BIRCH).build()));
    assertUnfit(help, BIRCH, "not-available");
  }

  @Test
  void whatIsCalledOffStaysSoUntilSomebodyAsksAgain() {
    Assignment help = onScene(report());
    desk.answer(help, new Answer.Accept(), ASH);
    callOff(help);
    assertEquals(DISPATCHER, assertInstanceOf(AssignmentState.StoodDown.class, help.state()).by());
    assertTrue(desk.advised.stream().anyMatch(CadAdvisory.HelpStoodDown.class::isInstance));
    desk.heard(help.incident());
    assertEquals(1, desk.assignments(help.incident()).size());
    pass(Duration.ofMinutes(1));
    wanted(help.incident(), Help.ON_SITE);
    assertEquals(2, desk.assignments(help.incident()).size());
  }

  @Test
  void whatIsOverIsLeftAlone() {
    Assignment help = onScene(report());
    callOff(help);
    assertThrows(Problem.class, () -> callOff(help));
    assertThrows(Problem.class, () -> reassign(help, null));
  }

  private Assignment onScene(UUID incident) {
    wanted(incident, Help.ON_SITE);
    safe(incident);
    return desk.only(incident);
  }

  private void callOff(Assignment help) {
    new Intervention(desk).callOff(desk.incident(help.incident()), help, "not-needed", DISPATCHER);
  }

  private Assignment reassign(Assignment help, @Nullable UUID to) {
    return new Intervention(desk)
        .reassign(desk.incident(help.incident()), help, "worker-cannot", DISPATCHER, to);
  }

  private void assertUnfit(Assignment help, UUID staff, String why) {
    Problem refused = assertThrows(Problem.class, () -> reassign(help, staff));
    assertTrue(String.valueOf(refused.expected()).endsWith(": " + why), refused.expected());
  }
}
