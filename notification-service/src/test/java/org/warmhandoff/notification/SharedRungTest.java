package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.Known;

/**
 * Two programs at the scene with one rung below them. Each of these was found by a simulated month.
 */
class SharedRungTest extends WindsorStories {

  @BeforeEach
  void nurses() {
    desk.program(SixPrograms.nursePoliceTeam());
  }

  @Test
  void whereTwoLaddersEndOnOneRungItsPeopleAreCalledOnce() {
    desk.alwaysOnDuty("nurse-police-team", CEDAR, BIRCH);
    desk.rota.remove("windsor-onscene");
    UUID incident = desk.report("windsor", Incidents.facts().physical(Known.YES).build());
    wanted(incident, Help.ON_SITE);
    safe(incident);
    List<String> down =
        desk.assignments(incident).stream()
            .filter(help -> help.state() instanceof AssignmentState.StoodDown)
            .map(help -> help.ladder().getFirst().program())
            .toList();
    assertEquals(1, down.size(), "one of the two stands back");
    assertEquals(1, desk.live().count());
    long asked = desk.told.size();
    desk.heard(incident);
    assertEquals(asked, desk.told.size(), "and stays back");
  }

  @Test
  void aRungThatIsNotForSuchAnIncidentIsNoRung() {
    UUID incident =
        desk.report("windsor", Incidents.facts().domestic(Known.NO).physical(Known.YES).build());
    wanted(incident, Help.ON_SITE);
    safe(incident);
    Assignment help = desk.only(incident);
    assertInstanceOf(AssignmentState.Told.class, help.state());
    assertEquals(List.of("AssignmentOpened", "SupervisorTold"), desk.toldOf(help.id()));
    desk.heard(incident);
    assertEquals(2, desk.toldOf(help.id()).size(), "and it is not started again and again");
  }

  @Test
  void whoAsksAgainWhileOnlySupervisorsAreLeftHearsAtOnceThatNobodyComes() {
    desk.rota.clear();
    UUID incident = desk.report("windsor", Incidents.facts().physical(Known.YES).build());
    wanted(incident, Help.ON_SITE);
    safe(incident);
    assertEquals(1, nobody());
    pass(Duration.ofMinutes(20));
    wanted(incident, Help.ON_SITE);
    assertEquals(2, nobody(), "the answer to the second asking");
    assertEquals(1, desk.live().count());
  }
}
