package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.warmhandoff.notification.SixPrograms.FIRST_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;

/** What is offered to everyone on duty at once: the queue of a control room. */
class PoolStoriesTest {

  /** Saturday, 21 November 2026, 15:30 in London. */
  private static final Instant SATURDAY = Instant.parse("2026-11-21T15:30:00Z");

  private static final UUID ASH = staff(1);
  private static final UUID BIRCH = staff(2);
  private static final UUID CEDAR = staff(3);
  private final MemoryDesk desk = new MemoryDesk(SATURDAY);

  @BeforeEach
  void controlRoom() {
    desk.program(SixPrograms.clevelandControl());
    List.of(ASH, BIRCH, CEDAR, FIRST_SUPERVISOR).forEach(desk::worker);
    desk.alwaysOnDuty("cleveland-control", ASH, BIRCH);
  }

  private Assignment called() {
    return desk.only(desk.report("cleveland", Incidents.facts().build()));
  }

  private static Set<UUID> asked(Assignment help) {
    return Set.copyOf(assertInstanceOf(AssignmentState.Paged.class, help.state()).crew());
  }

  @Test
  void everyoneIsAskedAtOnceAndItIsTheFirstOnes() {
    Assignment help = called();
    assertEquals(Set.of(ASH, BIRCH), asked(help));
    desk.answer(help, new Answer.Accept(), BIRCH);
    AssignmentState.Held held = assertInstanceOf(AssignmentState.Held.class, help.state());
    assertEquals(List.of(BIRCH), held.crew(), "and nobody comes along");
    Problem late = assertThrows(Problem.class, () -> desk.answer(help, new Answer.Accept(), ASH));
    assertEquals("page-over", late.code());
    assertEquals(List.of(BIRCH), assertInstanceOf(AssignmentState.Held.class, help.state()).crew());
  }

  @Test
  void aQueueHoldsManyCallsForOneWorker() {
    Assignment first = called();
    Assignment second = called();
    assertEquals(Set.of(ASH, BIRCH), asked(second), "an open offer keeps nobody from the next");
    desk.answer(second, new Answer.Accept(), ASH);
    desk.answer(first, new Answer.Accept(), ASH);
    assertEquals(Set.of(ASH, BIRCH), asked(called()));
  }

  @Test
  void whoeverCannotLeavesItToTheOthersAndTheLastOneEndsIt() {
    Assignment help = called();
    desk.answer(help, new Answer.Decline("busy", null), ASH);
    assertEquals(Set.of(BIRCH), asked(help));
    assertThrows(Problem.class, () -> desk.answer(help, new Answer.Accept(), ASH));
    desk.answer(help, new Answer.Decline("busy", null), BIRCH);
    assertInstanceOf(AssignmentState.Told.class, help.state());
  }

  @Test
  void nobodyTakesItInTimeAndWhoeverCameOnDutyMeanwhileIsAskedBeforeASupervisor() {
    Assignment help = called();
    desk.alwaysOnDuty("cleveland-control", CEDAR);
    desk.moveTo(SATURDAY.plus(Duration.ofMinutes(5)));
    assertEquals(Set.of(CEDAR), asked(help));
    desk.moveTo(SATURDAY.plus(Duration.ofMinutes(10)));
    assertInstanceOf(AssignmentState.Told.class, help.state());
  }

  @Test
  void whoTurnsOutToBeAPartyIsAskedNoMoreAndTheOthersStillAre() {
    UUID incident = desk.report("cleveland", Incidents.facts().build());
    Assignment help = desk.only(incident);
    desk.tell(new IncidentUpdated(incident, Incidents.facts().excluded(ASH).build()));
    assertEquals(Set.of(BIRCH), asked(help));
    assertThrows(Problem.class, () -> desk.answer(help, new Answer.Accept(), ASH));
    desk.answer(help, new Answer.Accept(), BIRCH);
    assertInstanceOf(AssignmentState.Held.class, help.state());
  }
}
