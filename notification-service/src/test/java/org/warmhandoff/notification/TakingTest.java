package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.Known;

/** Two decisions at the same moment. */
class TakingTest extends WindsorStories {

  private Assignment wantedAtScene() {
    UUID incident = desk.report("windsor", Incidents.facts().physical(Known.YES).build());
    wanted(incident, Help.ON_SITE);
    safe(incident);
    return desk.only(incident);
  }

  private static List<UUID> asked(Assignment help) {
    return assertInstanceOf(AssignmentState.Paged.class, help.state()).crew();
  }

  @Test
  void whoeverAnotherDecisionIsAboutIsPassedOverForTheNext() {
    List<UUID> first = asked(wantedAtScene());
    desk.inOtherHands(first::equals);
    List<UUID> second = asked(wantedAtScene());
    assertEquals(List.of(first.equals(List.of(ASH)) ? BIRCH : ASH), second);
  }

  @Test
  void nobodyGoesOnToTheNextRungForThat() {
    desk.inOtherHands(crew -> crew.contains(ASH) || crew.contains(BIRCH));
    Assignment help = wantedAtScene();
    assertEquals(1, asked(help).size(), "one of the two at the scene, after a wait");
    assertEquals("windsor-onscene", help.current().program());
  }

  @Test
  void nobodyGoesOnToASupervisorForThat() {
    desk.rota.remove("windsor-onscene");
    desk.inOtherHands(crew -> true);
    assertEquals(List.of(CEDAR), asked(wantedAtScene()));
  }

  @Test
  void whoIsGoneStaysGoneAfterTheWait() {
    desk.inOtherHands(crew -> crew.contains(ASH));
    boolean[] once = {true};
    desk.snatching(
        () -> {
          boolean gone = once[0];
          once[0] = false;
          return gone;
        });
    Assignment help = wantedAtScene();
    assertEquals(List.of(ASH), asked(help), "Birch was gone, and Ash was waited for");
  }
}
