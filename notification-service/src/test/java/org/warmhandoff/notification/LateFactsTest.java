package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.warmhandoff.notification.SixPrograms.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;

/** Facts that come late, or from an import, and what they may still set in motion. */
class LateFactsTest extends WindsorStories {

  private static final UUID HER = staff(500);
  private static final UUID HIM = staff(501);
  private static final Party VICTIM = new Party(HER, PartyRole.VICTIM);
  private static final Party OFFENDER = new Party(HIM, PartyRole.ALLEGED_OFFENDER);

  private void imported(UUID incident, Incidents.Facts facts) {
    desk.tell(new IncidentUpdated(incident, facts.build()), Mode.HISTORY, desk.now());
  }

  @Test
  void historyThatIsWorkedOnNowIsLiveAndStaysSo() {
    UUID incident = desk.report("windsor", Incidents.facts().build(), Mode.HISTORY);
    wanted(incident, Help.VIRTUAL);
    assertTrue(desk.assignments(incident).isEmpty());
    WorkerWanted now = new WorkerWanted(incident, OFFICER, desk.now(), Help.VIRTUAL, null, null);
    desk.tell(now, Mode.LIVE, desk.now());
    assertEquals(List.of(CEDAR), paged(desk.only(incident)));
    imported(incident, Incidents.facts());
    assertEquals(Mode.LIVE, desk.incident(incident).mode());
  }

  @Test
  void anImportWithdrawsFromALiveIncidentAndCallsOnNobody() {
    UUID incident = report();
    wanted(incident, Help.ON_SITE);
    safe(incident);
    Assignment help = desk.only(incident);
    assertEquals(List.of(ASH), paged(help));
    imported(incident, Incidents.facts().excluded(ASH));
    assertEquals(List.of("AssignmentOpened", "WorkerPaged"), desk.toldOf(help.id()));
    assertInstanceOf(AssignmentState.Unattended.class, help.state());
    pass(Duration.ofSeconds(1));
    assertEquals(List.of(BIRCH), paged(help), "the live search goes on by the clock");
  }

  @Test
  void anImportOpensNothing() {
    UUID incident = desk.report("windsor", Incidents.facts().domestic(Known.UNKNOWN).build());
    wanted(incident, Help.VIRTUAL);
    imported(incident, Incidents.facts());
    assertTrue(desk.assignments(incident).isEmpty());
    assertEquals("not-live", start(incident, "hiatus-virtual"));
    desk.tell(new IncidentUpdated(incident, Incidents.facts().build()));
    assertEquals(List.of(CEDAR), paged(desk.only(incident)));
  }

  @Test
  void liveHelpStartsOnNoFactThatIsHoursOld() {
    UUID incident = report();
    Instant asked = desk.now();
    desk.moveTo(asked.plus(Duration.ofHours(4)).plusSeconds(1));
    WorkerWanted late = new WorkerWanted(incident, OFFICER, asked, Help.VIRTUAL, null, null);
    desk.tell(late, Mode.LIVE, asked);
    assertTrue(desk.assignments(incident).isEmpty());
    assertEquals("stale", start(incident, "hiatus-virtual"));
    assertEquals(1, nobody(), "and the officer hears that nobody comes");
    wanted(incident, Help.VIRTUAL);
    assertEquals(List.of(CEDAR), paged(desk.only(incident)));
  }

  @Test
  void fourHoursAreNotTooLate() {
    UUID incident = report();
    Instant asked = desk.now();
    desk.moveTo(asked.plus(Duration.ofHours(4)));
    WorkerWanted late = new WorkerWanted(incident, OFFICER, asked, Help.VIRTUAL, null, null);
    desk.tell(late, Mode.LIVE, asked);
    assertEquals(List.of(CEDAR), paged(desk.only(incident)));
  }

  @Test
  void whoHelpedBeforeThePartiesWereNamedIsNeverAskedForTheOther() {
    desk.program(outreach());
    desk.alwaysOnDuty("windsor-outreach", CEDAR);
    UUID incident = report();
    wanted(incident, Help.VIRTUAL);
    desk.answer(desk.only(incident), new Answer.Accept(), CEDAR);
    desk.answer(desk.only(incident), new Answer.Conclude(Outcome.REFERRED), CEDAR);
    desk.tell(
        new IncidentUpdated(
            incident,
            Incidents.facts()
                .arrest(Known.YES)
                .released(Known.YES)
                .parties(VICTIM, OFFENDER)
                .build()));
    Assignment his = desk.assignments(incident).getLast();
    assertEquals(Audience.ALLEGED_OFFENDER, his.audience());
    assertInstanceOf(AssignmentState.Told.class, his.state(), "the one on duty was on her side");
    assertTrue(
        Objects.requireNonNull(Objects.requireNonNull(desk.sides.get(CEDAR)).get(HIM))
            .contains(Audience.VICTIM));
  }

  @Test
  void aCrewThatComesAfterTheFirstCarIsStoppedWhenItIsNotSafe() {
    MemoryDesk cleveland = ProgramStoriesTest.cleveland();
    UUID incident = cleveland.report("cleveland", Incidents.facts().build());
    cleveland.tell(new OfficersCleared(incident, OFFICER, cleveland.now()));
    Assignment car = cleveland.assignments(incident).getLast();
    cleveland.answer(car, new Answer.Accept(), staff(2));
    cleveland.tell(revoked(incident, cleveland.now()));
    AssignmentState.StoodDown down = assertInstanceOf(AssignmentState.StoodDown.class, car.state());
    assertEquals("scene-not-safe", down.reason().code());
    assertEquals(List.of(staff(2), staff(3)), down.toAcknowledge());
  }

  private static SceneSafetyRevoked revoked(UUID incident, Instant at) {
    return new SceneSafetyRevoked(incident, OFFICER, at);
  }

  private static ProgramSpec outreach() {
    return SixPrograms.spec(
            "windsor-outreach",
            "windsor",
            "CA-ON",
            "alleged-offender",
            "outreach",
            "follow-up",
            "America/Toronto")
        .windows(WindowSpec.of("FREQ=DAILY", "00:00", "24:00"))
        .trigger("arrest-and-release")
        .build();
  }

  private String start(UUID incident, String program) {
    return switch (Objects.requireNonNull(desk.decisions.get(incident))
        .of(program)
        .orElseThrow()
        .start()) {
      case Decision.Start.Opens opens -> "opens";
      case Decision.Start.Holds holds -> holds.reason().code();
    };
  }
}
