package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.Known;

/** What a fact that is not known yet, and one that changes, does to who is called. */
class UnknownStoriesTest {

  private static final Instant FRIDAY = Instant.parse("2026-11-20T21:00:00Z");

  private static ProgramSpec upper(Map<String, String> unknown) {
    return SixPrograms.spec(
            "upper", "windsor", "CA-ON", "victim", "virtual", "live-help", "America/Toronto")
        .windows(WindowSpec.of("FREQ=DAILY", "00:00", "24:00"))
        .eligible(
            new EligibilitySpec("yes", "laid", null, null, null, null, null, null, null, unknown))
        .ladder("PT3M", "lower", "next-rung")
        .build();
  }

  private static ProgramSpec lower() {
    return SixPrograms.spec(
            "lower", "windsor", "CA-ON", "victim", "virtual", "live-help", "America/Toronto")
        .windows(WindowSpec.of("FREQ=DAILY", "00:00", "24:00"))
        .trigger("officers-cleared")
        .build();
  }

  private static MemoryDesk desk(ProgramSpec... programs) {
    MemoryDesk desk = new MemoryDesk(FRIDAY);
    List.of(programs).forEach(desk::program);
    List.of(staff(1), staff(2), SixPrograms.FIRST_SUPERVISOR).forEach(desk::worker);
    desk.alwaysOnDuty("upper", staff(1));
    desk.alwaysOnDuty("lower", staff(2));
    return desk;
  }

  @Test
  void byDefaultItWaitsForTheFactAndStartsWhenItIsThere() {
    MemoryDesk desk = desk(upper(Map.of()), lower());
    UUID incident = desk.report("windsor", Incidents.facts().build());
    assertTrue(desk.assignments(incident).isEmpty());
    desk.tell(new IncidentUpdated(incident, Incidents.facts().charge(Charge.LAID).build()));
    assertEquals("upper", desk.only(incident).current().program());
  }

  @Test
  void aProgramMayGoOnWithoutTheFact() {
    MemoryDesk desk = desk(upper(Map.of("charge", "proceed")), lower());
    UUID incident = desk.report("windsor", Incidents.facts().build());
    assertEquals("upper", desk.only(incident).current().program());
  }

  @Test
  void orTheRungBelowGoesAtOnce() {
    MemoryDesk desk = desk(upper(Map.of("charge", "next-rung")), lower());
    UUID incident = desk.report("windsor", Incidents.facts().build());
    Assignment help = desk.only(incident);
    assertEquals("lower", help.current().program());
    assertEquals(
        List.of(staff(2)), assertInstanceOf(AssignmentState.Paged.class, help.state()).crew());
    desk.tell(new IncidentUpdated(incident, Incidents.facts().charge(Charge.LAID).build()));
    assertEquals("lower", desk.only(incident).current().program(), "she has her worker already");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCallThatIsNoLongerIpvCallsNobodyAndOneThatIsAgainDoes(boolean accepted) {
    MemoryDesk desk = desk(upper(Map.of("charge", "proceed")), lower());
    UUID incident = desk.report("windsor", Incidents.facts().domestic(Known.NO).build());
    assertTrue(desk.assignments(incident).isEmpty());
    desk.tell(new IncidentUpdated(incident, Incidents.facts().build()));
    Assignment help = desk.only(incident);
    assertInstanceOf(AssignmentState.Paged.class, help.state());
    if (accepted) {
      desk.answer(help, new Answer.Accept(), staff(1));
    }
    desk.tell(new IncidentUpdated(incident, Incidents.facts().domestic(Known.NO).build()));
    assertInstanceOf(AssignmentState.StoodDown.class, help.state());
    desk.tell(new IncidentUpdated(incident, Incidents.facts().build()));
    assertEquals(2, desk.assignments(incident).size(), "it is one again");
  }

  @Test
  void passingOnNeedsSomebodyToPassTo() {
    ProgramSpec spec =
        SixPrograms.spec(
                "upper", "windsor", "CA-ON", "victim", "virtual", "live-help", "America/Toronto")
            .windows(WindowSpec.of("FREQ=DAILY", "00:00", "24:00"))
            .eligible(
                new EligibilitySpec(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Map.of("domestic", "next-rung")))
            .build();
    Flaw flaw = assertThrows(Flaw.class, () -> Program.of(spec, 1).fitToPut());
    assertEquals("/nextRung", flaw.pointer());
  }
}
