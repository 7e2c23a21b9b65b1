package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.FIRST_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.SECOND_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.contracts.ConsentEvent.ConsentGiven;
import org.warmhandoff.contracts.ConsentEvent.ConsentWithdrawn;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.notification.Decision.Weighed;

/** Each kind of program, told as what happens to one incident. */
class ProgramStoriesTest {

  /** Saturday, 21 November 2026, 15:30 in London. */
  private static final Instant SATURDAY = Instant.parse("2026-11-21T15:30:00Z");

  private static final UUID OFFICER = staff(70);
  static final UUID HER = staff(500);
  private static final UUID HIM = staff(501);

  static MemoryDesk cleveland() {
    MemoryDesk desk = new MemoryDesk(SATURDAY);
    desk.program(SixPrograms.clevelandCar());
    desk.program(SixPrograms.clevelandControl());
    for (int i = 1; i <= 5; i++) {
      desk.worker(staff(i));
    }
    desk.worker(FIRST_SUPERVISOR);
    desk.worker(SECOND_SUPERVISOR);
    desk.alwaysOnDuty("cleveland-control", staff(1));
    desk.alwaysOnDuty("cleveland-car", staff(2), staff(3));
    return desk;
  }

  @Test
  void theControlRoomWorksTheOpenCallAndTheCrewComesWhenTheFirstCarLeft() {
    MemoryDesk desk = cleveland();
    UUID incident = desk.report("cleveland", Incidents.facts().build());
    assertEquals("cleveland-control", desk.only(incident).current().program());
    desk.tell(new OfficersCleared(incident, OFFICER, desk.now()));
    Assignment car = desk.assignments(incident).getLast();
    assertEquals(
        List.of(staff(2), staff(3)),
        assertInstanceOf(AssignmentState.Paged.class, car.state()).crew());
    desk.answer(car, new Answer.Accept(), staff(3));
    UUID second = desk.report("cleveland", Incidents.facts().build());
    desk.tell(new OfficersCleared(second, OFFICER, desk.now()));
    Assignment busy = desk.assignments(second).getLast();
    assertInstanceOf(AssignmentState.Waiting.class, busy.state(), "the one crew is out");
    desk.answer(car, new Answer.Conclude(Outcome.DECLINED), staff(2));
    assertEquals(
        List.of(staff(2), staff(3)),
        assertInstanceOf(AssignmentState.Paged.class, busy.state()).crew(),
        "the next on their list, at once");
  }

  @Test
  void whatACrewDidNotGetToWhenTheirHoursEndGoesToASupervisor() {
    MemoryDesk desk = cleveland();
    UUID first = desk.report("cleveland", Incidents.facts().build());
    desk.tell(new OfficersCleared(first, OFFICER, desk.now()));
    desk.answer(desk.assignments(first).getLast(), new Answer.Accept(), staff(3));
    UUID second = desk.report("cleveland", Incidents.facts().build());
    desk.tell(new OfficersCleared(second, OFFICER, desk.now()));
    Assignment listed = desk.assignments(second).getLast();
    desk.moveTo(Instant.parse("2026-11-21T21:59:59Z"));
    assertInstanceOf(AssignmentState.Waiting.class, listed.state());
    desk.moveTo(Instant.parse("2026-11-21T22:00:00Z"));
    assertInstanceOf(AssignmentState.Told.class, listed.state(), "not a late visit");
  }

  @Test
  void onAWeekdayNobodyIsMissedInCleveland() {
    MemoryDesk desk = cleveland();
    desk.moveTo(Instant.parse("2026-11-23T15:30:00Z"));
    UUID incident = desk.report("cleveland", Incidents.facts().build());
    desk.tell(new OfficersCleared(incident, OFFICER, desk.now()));
    assertTrue(desk.assignments(incident).isEmpty());
  }

  static ConsentGiven consent(UUID incident, String agency, Instant at) {
    return consent(incident, staff(3000), HER, agency, at);
  }

  static ConsentGiven consent(UUID incident, UUID id, UUID person, String agency, Instant at) {
    return new ConsentGiven(
        id,
        incident,
        person,
        agency,
        ConsentEvent.Purpose.EARLY_INTERVENTION,
        List.of(ConsentEvent.DataCategory.NAME),
        "1",
        "00",
        ConsentEvent.Form.VERBAL,
        "en",
        OFFICER,
        false,
        Known.NO,
        List.of(),
        ConsentEvent.Urgency.ROUTINE,
        at,
        at.plus(Duration.ofDays(90)));
  }

  @Test
  void aFollowUpNeedsConsentToItsOwnAgencyAndAnEndWithoutCharge() {
    MemoryDesk desk = new MemoryDesk(SATURDAY);
    desk.program(SixPrograms.fsweEarly());
    desk.worker(staff(1));
    desk.alwaysOnDuty("fswe-early", staff(1));
    UUID incident = desk.report("windsor", Incidents.facts().build());
    desk.tell(consent(incident, "hiatus-house", SATURDAY));
    desk.tell(
        new IncidentUpdated(
            incident,
            Incidents.facts()
                .charge(Charge.NONE)
                .status(Status.CLOSED)
                .parties(new Party(HER, PartyRole.VICTIM))
                .build()));
    assertTrue(desk.assignments(incident).isEmpty(), "another agency's consent");
    desk.tell(consent(incident, "fswe", SATURDAY));
    Assignment help = desk.only(incident);
    AssignmentState.Waiting waiting =
        assertInstanceOf(AssignmentState.Waiting.class, help.state(), "it is Saturday");
    assertEquals(Instant.parse("2026-11-23T14:00:00Z"), waiting.until());
    desk.moveTo(waiting.until());
    assertInstanceOf(AssignmentState.Paged.class, help.state());
    desk.tell(new ConsentWithdrawn(staff(3000), incident, HER, "fswe", desk.now(), null));
    assertInstanceOf(AssignmentState.StoodDown.class, help.state());
    assertTrue(desk.advised.isEmpty(), "police see nothing of a follow-up");
  }

  @Test
  void bothSidesRunApartAndNobodyIsOnBoth() {
    MemoryDesk desk = new MemoryDesk(Instant.parse("2026-11-20T15:00:00Z"));
    ProgramSpec outreach = SixPrograms.richelieuOutreach();
    ProgramSpec virtual =
        SixPrograms.spec(
                "virtual",
                "richelieu",
                "CA-QC",
                "victim",
                "virtual",
                "live-help",
                "America/Toronto")
            .windows(WindowSpec.of("FREQ=DAILY", "00:00", "24:00"))
            .trigger("incident-open")
            .build();
    desk.program(outreach);
    desk.program(virtual);
    List.of(staff(1), staff(2), FIRST_SUPERVISOR).forEach(desk::worker);
    desk.alwaysOnDuty("richelieu-outreach", staff(1));
    desk.alwaysOnDuty("virtual", staff(1));
    IncidentFacts facts =
        Incidents.facts()
            .arrest(Known.YES)
            .parties(new Party(HER, PartyRole.VICTIM), new Party(HIM, PartyRole.ALLEGED_OFFENDER))
            .build();
    UUID incident = desk.report("richelieu", facts);
    desk.answer(desk.only(incident), new Answer.Accept(), staff(1));
    desk.answer(desk.only(incident), new Answer.Conclude(Outcome.REFERRED), staff(1));
    desk.tell(
        new IncidentUpdated(
            incident,
            Incidents.facts()
                .arrest(Known.YES)
                .released(Known.YES)
                .parties(
                    new Party(HER, PartyRole.VICTIM), new Party(HIM, PartyRole.ALLEGED_OFFENDER))
                .build()));
    Assignment offender = desk.assignments(incident).getLast();
    assertEquals(Audience.ALLEGED_OFFENDER, offender.audience());
    assertInstanceOf(
        AssignmentState.Told.class, offender.state(), "the one worker on duty was on her side");
  }

  @Test
  void aDualRoleWaitsForAPersonOnTheOffenderSideOnly() {
    MemoryDesk desk = new MemoryDesk(SATURDAY);
    desk.program(SixPrograms.richelieuOutreach());
    UUID incident =
        desk.report(
            "richelieu",
            Incidents.facts()
                .arrest(Known.YES)
                .released(Known.YES)
                .parties(
                    new Party(HER, PartyRole.VICTIM), new Party(HER, PartyRole.ALLEGED_OFFENDER))
                .build());
    assertTrue(desk.assignments(incident).isEmpty());
    Weighed weighed = Objects.requireNonNull(desk.decisions.get(incident)).programs().getFirst();
    assertEquals(Eligibility.OPEN, weighed.verdict().eligibility());
    assertEquals("not-available", weighed.verdict().reason());
  }

  @Test
  void aSeventhProgramOfANewKindNeedsNoCode() {
    MemoryDesk desk = new MemoryDesk(Instant.parse("2026-11-22T03:30:00Z")); // Saturday 22:30
    desk.program(SixPrograms.nursePoliceTeam());
    desk.worker(staff(1));
    desk.worker(staff(2));
    desk.alwaysOnDuty("nurse-police-team", staff(1), staff(2));
    UUID incident = desk.report("windsor", Incidents.facts().physical(Known.YES).build());
    desk.tell(new SceneDeclaredSafe(incident, OFFICER, desk.now(), Suspect.IN_CUSTODY));
    desk.tell(new WorkerWanted(incident, OFFICER, desk.now(), Help.ON_SITE, null, null));
    assertEquals(
        List.of(staff(1), staff(2)),
        assertInstanceOf(AssignmentState.Paged.class, desk.only(incident).state()).crew());
  }
}
