package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.ProgramStoriesTest.consent;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/** Somebody the vault knows from an earlier incident is helped like anybody else. */
class LinkedPartiesTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
  private static final UUID HER = ProgramStoriesTest.HER;
  private static final List<UUID> BEFORE = List.of(UUID.randomUUID());

  @Test
  void theConsentOfSomebodyKnownFromBeforeStartsHelpAndAnUpdateDoesNotEndIt() {
    MemoryDesk desk = new MemoryDesk(MONDAY);
    desk.program(SixPrograms.fsweEarly());
    desk.worker(staff(1));
    desk.alwaysOnDuty("fswe-early", staff(1));
    UUID incident = desk.report("windsor", closed(new Party(HER, PartyRole.VICTIM, BEFORE)));
    desk.tell(consent(incident, "fswe", MONDAY));
    Assignment help = desk.only(incident);
    assertInstanceOf(AssignmentState.Paged.class, help.state());
    desk.tell(
        new IncidentUpdated(
            incident,
            closed(
                new Party(HER, PartyRole.VICTIM, List.of(BEFORE.getFirst(), UUID.randomUUID())))));
    assertInstanceOf(AssignmentState.Paged.class, desk.only(incident).state());
  }

  @Test
  void herConsentStartsNothingWhereSheIsNamedByAnotherIdOrOnTheOtherSide() {
    MemoryDesk desk = new MemoryDesk(MONDAY);
    desk.program(SixPrograms.fsweEarly());
    UUID incident =
        desk.report("windsor", closed(new Party(HER, PartyRole.ALLEGED_OFFENDER, BEFORE)));
    desk.tell(consent(incident, "fswe", MONDAY));
    assertTrue(desk.assignments(incident).isEmpty());
  }

  @Test
  void rolesThatWereTheOtherWayRoundBeforeWaitForAPersonOnTheOffenderSide() {
    MemoryDesk desk = new MemoryDesk(MONDAY);
    desk.program(SixPrograms.richelieuOutreach());
    UUID incident =
        desk.report(
            "richelieu",
            Incidents.facts()
                .arrest(Known.YES)
                .released(Known.YES)
                .parties(
                    new Party(HER, PartyRole.VICTIM, BEFORE),
                    new Party(UUID.randomUUID(), PartyRole.ALLEGED_OFFENDER, List.of(), Known.YES))
                .build());
    assertTrue(desk.assignments(incident).isEmpty());
    assertEquals(
        "not-available",
        Objects.requireNonNull(desk.decisions.get(incident))
            .programs()
            .getFirst()
            .verdict()
            .reason());
    assertFalse(desk.decisions.isEmpty());
  }

  private static org.warmhandoff.contracts.IncidentFacts closed(Party party) {
    return Incidents.facts().charge(Charge.NONE).status(Status.CLOSED).parties(party).build();
  }
}
