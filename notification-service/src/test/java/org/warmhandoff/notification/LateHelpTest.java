package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.FIRST_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;

/**
 * Nobody said yes within the response target: a supervisor hears of it while the search goes on.
 */
class LateHelpTest {

  /** A Friday, 16:00 in Windsor. */
  private static final Instant START = Instant.parse("2026-11-20T21:00:00Z");

  private static final Duration TARGET = Duration.ofMinutes(5);
  private final MemoryDesk desk = new MemoryDesk(START);

  private Assignment wanted(SixPrograms.Builder program, UUID... onDuty) {
    desk.program(program.trigger("worker-wanted").target(TARGET.toString()).build());
    desk.worker(FIRST_SUPERVISOR);
    for (UUID worker : onDuty) {
      desk.worker(worker);
    }
    desk.alwaysOnDuty("v", onDuty);
    UUID incident = desk.report("windsor", Incidents.facts().build());
    desk.tell(new WorkerWanted(incident, staff(70), desk.now(), Help.VIRTUAL, null, null));
    return desk.only(incident);
  }

  private static SixPrograms.Builder virtual(String from, String to, String outside) {
    return SixPrograms.spec(
            "v", "windsor", "CA-ON", "victim", "virtual", "live-help", "America/Toronto")
        .windows(WindowSpec.of("FREQ=DAILY", from, to))
        .ladder("PT3M", null, outside);
  }

  @Test
  void aSupervisorHearsOfItToTheSecondAndOnceWhileWorkersAreStillAsked() {
    Assignment help = wanted(virtual("00:00", "24:00", "nobody"), staff(1), staff(2), staff(3));
    desk.moveTo(START.plus(TARGET).minusSeconds(1));
    assertEquals(List.of(), desk.late);
    desk.moveTo(START.plus(TARGET));
    assertEquals(List.of(help.id()), desk.late);
    assertInstanceOf(AssignmentState.Paged.class, help.state(), "the second was asked meanwhile");
    desk.moveTo(START.plus(Duration.ofMinutes(8)));
    assertInstanceOf(AssignmentState.Paged.class, help.state(), "and the third is now");
    assertEquals(1, desk.late.size());
    assertTrue(help.late());
  }

  @Test
  void whoeverSaidYesInTimeIsNotLate() {
    Assignment help = wanted(virtual("00:00", "24:00", "nobody"), staff(1));
    desk.moveTo(START.plus(TARGET).minusSeconds(150));
    desk.answer(help, new Answer.Accept(), staff(1));
    desk.moveTo(START.plus(Duration.ofHours(1)));
    assertEquals(List.of(), desk.late);
    assertFalse(help.late());
  }

  @Test
  void aSupervisorWhoIsAskedAlreadyIsNotToldTwice() {
    Assignment help = wanted(virtual("00:00", "24:00", "nobody"), staff(1));
    desk.moveTo(START.plus(Duration.ofMinutes(30)));
    assertInstanceOf(AssignmentState.Told.class, help.state());
    assertEquals(List.of(), desk.late);
  }

  @Test
  void nobodyIsLateBeforeTheirHoursBegin() {
    Assignment help = wanted(virtual("20:00", "23:00", "wait"), staff(1), staff(2), staff(3));
    Instant opens = assertInstanceOf(AssignmentState.Waiting.class, help.state()).until();
    desk.moveTo(opens.plus(TARGET).minusSeconds(1));
    assertEquals(List.of(), desk.late);
    desk.moveTo(opens.plus(TARGET));
    assertEquals(List.of(help.id()), desk.late);
  }

  @Test
  void aServiceThatWasDownTellsItOnce() {
    Assignment help = wanted(virtual("00:00", "24:00", "nobody"), staff(1), staff(2), staff(3));
    desk.jumpTo(START.plus(Duration.ofMinutes(6)));
    assertEquals(List.of(help.id()), desk.late);
    assertInstanceOf(AssignmentState.Paged.class, help.state());
  }
}
