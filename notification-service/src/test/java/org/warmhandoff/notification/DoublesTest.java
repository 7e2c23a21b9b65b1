package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.Mode;

/** Which of two assignments of one program stays, without a database. */
class DoublesTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final Program program = SixPrograms.all().getFirst();
  private final Program other =
      SixPrograms.all().stream()
          .filter(one -> one.audience() != program.audience())
          .findFirst()
          .orElseThrow();

  @Test
  void theOneFurtherAlongStays() {
    Assignment searching = open(program, 0);
    Assignment paged = paged(program, 1);
    Assignment going = going(program, 2);
    assertEquals(
        List.of(paged, searching), Doubles.among(List.of(searching, paged, going), one -> false));
  }

  @Test
  void ofTwoAsFarAlongTheOlderStays() {
    Assignment older = paged(program, 0);
    Assignment younger = paged(program, 5);
    assertEquals(List.of(younger), Doubles.among(List.of(younger, older), one -> false));
  }

  @Test
  void whoMustNotBeThereGivesWayHoweverFar() {
    Assignment going = going(program, 0);
    Assignment searching = open(program, 5);
    assertEquals(List.of(going), Doubles.among(List.of(going, searching), going::equals));
  }

  @Test
  void theOtherSidesHelpIsAnotherHelp() {
    assertEquals(List.of(), Doubles.among(List.of(open(program, 0), open(other, 0)), one -> false));
  }

  private static Assignment open(Program program, long minute) {
    Instant at = NOON.plusSeconds(60 * minute);
    IncidentView incident =
        IncidentView.of(
            new IncidentReported(UUID.randomUUID(), Incidents.facts().build()),
            "town",
            "CA-ON",
            Mode.LIVE,
            at);
    return Assignment.open(UUID.randomUUID(), incident, List.of(program), 0, 1, at);
  }

  private static Assignment paged(Program program, long minute) {
    Assignment assignment = open(program, minute);
    assignment.apply(
        new Step.PageCrew(
            program,
            new Decision.Crew(List.of(UUID.randomUUID())),
            NOON.plusSeconds(60 * minute + 600)),
        NOON.plusSeconds(60 * minute));
    return assignment;
  }

  private static Assignment going(Program program, long minute) {
    Assignment assignment = paged(program, minute);
    UUID staff = assignment.occupied().getFirst();
    assignment.answer(new Answer.Accept(), staff, NOON.plusSeconds(60 * minute));
    return assignment;
  }
}
