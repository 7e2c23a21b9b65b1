package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.FIRST_SUPERVISOR;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/** An officer asks for a worker: someone comes, or the officer hears that nobody does. */
class AskingStoriesTest extends WindsorStories {

  private static final UUID HER = staff(500);
  private static final UUID HIM = staff(501);

  private void cleared(UUID incident) {
    desk.tell(new OfficersCleared(incident, OFFICER, desk.now()));
  }

  @Test
  void askedAgainAfterTheOfficersLeftSomeoneIsPagedAgain() {
    UUID incident = report();
    wanted(incident, Help.VIRTUAL);
    desk.answer(desk.only(incident), new Answer.Accept(), CEDAR);
    cleared(incident);
    desk.answer(desk.only(incident), new Answer.Conclude(Outcome.DECLINED), CEDAR);
    assertEquals(1, desk.assignments(incident).size());
    wanted(incident, Help.VIRTUAL);
    assertEquals(List.of(CEDAR), paged(desk.assignments(incident).getLast()));
    assertEquals(0, nobody());
  }

  @Test
  void askedForByPhoneWhileSomeoneIsOnTheWayThatIsTheAnswerToBoth() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    desk.answer(desk.only(incident), new Answer.Accept(), ASH);
    wanted(incident, Help.VIRTUAL);
    desk.answer(desk.only(incident), new Answer.Conclude(Outcome.REFERRED), ASH);
    assertEquals(1, desk.assignments(incident).size(), "nobody is paged for what was answered");
    wanted(incident, Help.VIRTUAL);
    assertEquals(List.of(CEDAR), paged(desk.assignments(incident).getLast()));
  }

  @Test
  void whoAsksWhereItIsNotKnownWhetherDomesticHearsThatNobodyComes() {
    UUID incident = desk.report("windsor", Incidents.facts().domestic(Known.UNKNOWN).build());
    assertEquals(0, nobody(), "nobody asked");
    wanted(incident, Help.VIRTUAL);
    assertEquals(1, nobody());
    safe(incident);
    cleared(incident);
    assertEquals(1, nobody(), "once per asking");
    wanted(incident, Help.ON_SITE);
    assertEquals(2, nobody());
  }

  @Test
  void whoAsksWhereThereIsNoProgramHearsThatNobodyComes() {
    UUID incident = desk.report("nowhere", Incidents.facts().build());
    wanted(incident, Help.ON_SITE);
    assertEquals(1, nobody());
  }

  @Test
  void whoLeavesBeforeItWasSafeHearsThatNobodyComes() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    assertEquals(0, nobody(), "it starts once it is safe");
    cleared(incident);
    assertEquals(1, nobody());
    cleared(incident);
    assertEquals(1, nobody());
  }

  @Test
  void whoLeavesAfterItWasNotSafeAnyMoreHearsThatNobodyComes() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    desk.answer(desk.only(incident), new Answer.Accept(), ASH);
    desk.tell(new SceneSafetyRevoked(incident, OFFICER, desk.now()));
    assertEquals(0, nobody());
    cleared(incident);
    assertEquals(1, nobody());
  }

  @Test
  void whoAsksAgainWhileOnlySupervisorsAreLeftHearsItAgain() {
    desk.rota.clear();
    UUID incident = report();
    wanted(incident, Help.VIRTUAL);
    assertEquals(1, nobody());
    pass(Duration.ofMinutes(3));
    wanted(incident, Help.VIRTUAL);
    assertEquals(2, nobody());
    desk.answer(desk.only(incident), new Answer.Acknowledge(), SixPrograms.SECOND_SUPERVISOR);
    desk.tell(new IncidentUpdated(incident, Incidents.facts().build()));
    assertEquals(2, nobody());
    assertEquals(1, desk.assignments(incident).size());
  }

  @Test
  void whoLeavesWhileAPageRingsHearsOnceThatNobodyComes() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    assertEquals(List.of(ASH), paged(desk.only(incident)));
    desk.rota.clear();
    cleared(incident);
    assertEquals(
        1, nobody(), "the page is taken back, and the asking is in vain: one thing to tell");
  }

  @Test
  void whoseHelpIsThereHearsNothing() {
    UUID incident = report();
    wanted(incident, Help.VIRTUAL);
    desk.answer(desk.only(incident), new Answer.Accept(), CEDAR);
    cleared(incident);
    desk.answer(desk.only(incident), new Answer.Conclude(Outcome.REFERRED), CEDAR);
    desk.tell(new IncidentUpdated(incident, Incidents.facts().build()));
    assertEquals(0, nobody());
  }

  @Test
  void whatWasConsentedToDuringLiveHelpStartsWhenThatEnds() {
    desk.program(followUpBelow());
    desk.program(
        SixPrograms.spec(
                "hiatus-virtual",
                "windsor",
                "CA-ON",
                "victim",
                "virtual",
                "live-help",
                "America/Toronto")
            .windows(WindowSpec.of("FREQ=DAILY", "00:00", "24:00"))
            .trigger("worker-wanted")
            .ladder("PT3M", "below", "next-rung")
            .build());
    desk.worker(staff(4));
    desk.alwaysOnDuty("below", staff(4));
    UUID incident =
        desk.report(
            "windsor",
            Incidents.facts()
                .parties(
                    new Party(HER, PartyRole.VICTIM), new Party(HIM, PartyRole.ALLEGED_OFFENDER))
                .build());
    wanted(incident, Help.VIRTUAL);
    desk.answer(desk.only(incident), new Answer.Accept(), CEDAR);
    desk.tell(ProgramStoriesTest.consent(incident, "fswe", desk.now()));
    assertEquals(1, desk.assignments(incident).size());
    desk.answer(desk.only(incident), new Answer.Conclude(Outcome.REFERRED), CEDAR);
    assertEquals(2, desk.assignments(incident).size());
    assertEquals(List.of(staff(4)), paged(desk.assignments(incident).getLast()));
  }

  @Test
  void hisConsentStartsNothingOnHerSide() {
    desk.program(followUpBelow());
    UUID incident =
        desk.report(
            "windsor",
            Incidents.facts().parties(new Party(HER, PartyRole.ALLEGED_OFFENDER)).build());
    desk.tell(ProgramStoriesTest.consent(incident, "fswe", desk.now()));
    assertTrue(desk.assignments(incident).isEmpty());
    desk.tell(
        new IncidentUpdated(
            incident, Incidents.facts().parties(new Party(HER, PartyRole.VICTIM)).build()));
    assertInstanceOf(
        AssignmentState.Told.class,
        desk.only(incident).state(),
        FIRST_SUPERVISOR + " is told, since nobody is on duty");
  }

  private static ProgramSpec followUpBelow() {
    return SixPrograms.spec(
            "below", "windsor", "CA-ON", "victim", "follow-up", "follow-up", "America/Toronto")
        .windows(WindowSpec.of("FREQ=DAILY", "00:00", "24:00"))
        .trigger("consent-given")
        .agency("fswe")
        .build();
  }
}
