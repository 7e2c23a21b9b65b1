package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;

/** What a program may say besides, and what it means. */
class ProgramFieldsTest {

  private static ObjectNode virtual() {
    return Json.MAPPER.valueToTree(SixPrograms.hiatusVirtual());
  }

  private static ProgramSpec spec(ObjectNode fields) throws JsonProcessingException {
    return Json.MAPPER.treeToValue(fields, ProgramSpec.class);
  }

  @Test
  void aHolidayClosesEveryWindow() throws JsonProcessingException {
    ObjectNode fields = virtual();
    fields.putArray("holidays").addObject().put("date", "2026-12-25").put("name", "Christmas");
    Program program = Program.of(spec(fields), 1);
    assertFalse(program.windowAt(Instant.parse("2026-12-25T17:00:00Z")).isPresent());
    assertTrue(program.windowAt(Instant.parse("2026-12-26T17:00:00Z")).isPresent());
    fields.withArray("holidays").addObject().put("name", "some day");
    ProgramSpec wrong = spec(fields);
    Flaw flaw = assertThrows(Flaw.class, () -> Program.of(wrong, 1));
    assertEquals("/holidays/1/date", flaw.pointer());
  }

  @Test
  void aSupervisorIsToldAfterSoManyPagesWhoeverElseIsOnDuty() throws JsonProcessingException {
    MemoryDesk desk = new MemoryDesk(Instant.parse("2026-11-20T21:00:00Z"));
    desk.program(spec(virtual().put("supervisorAfter", 2)));
    List.of(staff(1), staff(2), staff(3), SixPrograms.FIRST_SUPERVISOR).forEach(desk::worker);
    desk.alwaysOnDuty("hiatus-virtual", staff(1), staff(2), staff(3));
    UUID incident = desk.report("windsor", Incidents.facts().build());
    desk.tell(new WorkerWanted(incident, staff(70), desk.now(), Help.VIRTUAL, null, null));
    Assignment help = desk.only(incident);
    for (int page = 0; page < 2; page++) {
      AssignmentState.Paged paged =
          assertInstanceOf(AssignmentState.Paged.class, help.state(), "page " + page);
      desk.moveTo(paged.answerBy());
    }
    assertInstanceOf(AssignmentState.Told.class, help.state(), "the third was not asked");
  }

  @Test
  void policeAreToldTheNumberToGiveWhereNobodyComes() throws JsonProcessingException {
    MemoryDesk desk = new MemoryDesk(Instant.parse("2026-11-20T21:00:00Z"));
    desk.program(spec(virtual().put("helpLine", "555-0177")));
    desk.worker(SixPrograms.FIRST_SUPERVISOR);
    UUID incident = desk.report("windsor", Incidents.facts().build());
    desk.tell(new WorkerWanted(incident, staff(70), desk.now(), Help.VIRTUAL, null, null));
    assertEquals(
        List.of("555-0177"),
        desk.advised.stream()
            .map(told -> ((CadAdvisory.NobodyAvailable) told).helpLine())
            .toList());
  }

  @Test
  void whatIsNotSaidIsAsItWas() throws JsonProcessingException {
    ObjectNode fields = virtual();
    List.of("responseTarget", "supervisorAfter", "holidays", "languages", "skills", "crewRoles")
        .forEach(fields::remove);
    ProgramSpec old = spec(fields);
    assertEquals(SixPrograms.hiatusVirtual(), old);
    Program program = Program.of(old, 1);
    assertEquals(0, program.supervisorAfter());
    assertTrue(program.languages().isEmpty());
    Program targeted = Program.of(spec(fields.put("responseTarget", "PT20M")), 1);
    assertEquals(Duration.ofMinutes(20), targeted.responseTarget());
  }
}
