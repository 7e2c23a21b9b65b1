package org.warmhandoff.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.contracts.PartyRole;
import org.warmhandoff.notification.IncidentView.Scene;
import org.warmhandoff.notification.IncidentView.Wanted;

/** What one of two incidents says for both, without a database. */
class MergedViewTest {

  private static final UUID OFFICER = UUID.randomUUID();
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void marksAreCountedInTheOrderThingsHappened() {
    IncidentView early = wanted(reported(0), 2);
    IncidentView late = wanted(reported(1), 3);
    Numbering count = Numbering.of(early, late);
    assertEquals(List.of(1L, 3L), count.first());
    assertEquals(List.of(2L, 4L), count.second());
    assertEquals(4, count.mark());
    IncidentView counted = MergedView.numbered(late, count, count::ofSecond);
    assertEquals(4, wish(counted).mark());
    assertEquals(NOON.plusSeconds(3), counted.timeOf(4).orElseThrow());
    assertEquals(NOON, counted.timeOf(1).orElseThrow());
    assertEquals(0, counted.reopenMark());
  }

  @Test
  void whatHappenedAtOneInstantIsNeitherEarlierNorLater() {
    Numbering count = Numbering.of(wanted(reported(0), 1), wanted(reported(0), 1));
    assertEquals(count.first(), count.second());
    assertEquals(2, count.mark());
  }

  @Test
  void aWishOfTheOtherStandsWhereThereIsNone() {
    IncidentView asking = wanted(reported(0), 2);
    assertEquals(wish(asking), wish(MergedView.joined(reported(0), asking)));
    IncidentView own = wanted(reported(0), 5);
    assertEquals(wish(own), wish(MergedView.joined(own, asking)));
  }

  @Test
  void theMoreCarefulWordOnTheSceneWins() {
    Scene safe = new Scene.Safe(OFFICER, NOON.plusSeconds(5), Suspect.LEFT, 2);
    Scene unsafe = new Scene.Unsafe(OFFICER, NOON, 2);
    Scene left = new Scene.Cleared(OFFICER, NOON, 2);
    Scene leftLater = new Scene.Cleared(OFFICER, NOON.plusSeconds(9), 2);
    Scene nothing = new Scene.Undeclared();
    assertSame(unsafe, MergedView.careful(safe, unsafe));
    assertSame(unsafe, MergedView.careful(unsafe, safe));
    assertSame(unsafe, MergedView.careful(left, unsafe));
    assertSame(safe, MergedView.careful(nothing, safe));
    assertSame(safe, MergedView.careful(safe, left));
    assertSame(safe, MergedView.careful(left, safe));
    assertSame(leftLater, MergedView.careful(leftLater, safe));
    assertSame(leftLater, MergedView.careful(safe, leftLater));
    Scene closed = new Scene.Cleared(IncidentEvent.THE_SOURCE, NOON.plusSeconds(9), 2);
    assertSame(safe, MergedView.careful(safe, closed), "a closed duplicate says nothing");
  }

  @Test
  void partiesAndExcludedStaffAreEverybodysAndTheStatusIsItsOwn() {
    UUID her = UUID.randomUUID();
    UUID him = UUID.randomUUID();
    UUID staff = UUID.randomUUID();
    IncidentFacts own =
        Incidents.facts()
            .domestic(Known.UNKNOWN)
            .parties(new Party(her, PartyRole.VICTIM))
            .excluded(staff)
            .build();
    IncidentFacts other =
        Incidents.facts()
            .status(Status.CLOSED)
            .parties(
                new Party(her, PartyRole.VICTIM, List.of(UUID.randomUUID())),
                new Party(him, PartyRole.ALLEGED_OFFENDER))
            .excluded(staff, him)
            .build();
    IncidentFacts all = MergedFacts.of(own, List.of(other));
    assertEquals(List.of(her, him), all.parties().stream().map(Party::person).toList());
    assertEquals(List.of(staff, him), all.excludedStaff());
    assertEquals(Status.ACTIVE, all.status());
    assertEquals(Known.YES, all.domestic());
  }

  @Test
  void oneReleaseThatTwoReportsTellOfIsOne() {
    IncidentFacts released = Incidents.facts().arrest(Known.YES).released(Known.YES).build();
    IncidentView one = view(released, 0);
    IncidentView before = MergedView.after(one, reported(0), List.of(released));
    IncidentView again =
        MergedView.after(before, MergedView.beside(before, Mode.LIVE, NOON), List.of(released));
    assertEquals(before.releaseMark(), again.releaseMark());
  }

  @Test
  void aReleaseThatTheOtherToldOfIsNoNewOne() {
    IncidentView released =
        view(Incidents.facts().arrest(Known.YES).released(Known.YES).build(), 0);
    IncidentView later = wanted(released, 5);
    IncidentView silent = wanted(reported(0), 9);
    Numbering count = Numbering.of(silent, later);
    IncidentView into = MergedView.numbered(silent, count, count::ofFirst);
    IncidentView from = MergedView.numbered(later, count, count::ofSecond);
    IncidentView joined = MergedView.joined(into, from);
    IncidentView whole =
        MergedView.after(joined, MergedView.with(joined, into.facts()), List.of(released.facts()));
    assertEquals(from.releaseMark(), whole.releaseMark());
    assertEquals(NOON, whole.timeOf(whole.releaseMark()).orElseThrow());
    IncidentView arrested = view(Incidents.facts().arrest(Known.YES).build(), 0);
    IncidentView completing = view(Incidents.facts().released(Known.YES).build(), 3);
    IncidentView both =
        MergedView.counting(MergedView.joined(arrested, completing), wanted(completing, 4));
    assertEquals(arrested.mark(), both.releaseMark(), "two that complete each other are news");
  }

  @Test
  void mergingRevivesNothingOfBeforeAReopening() {
    IncidentView cleared = cleared(wanted(safe(reported(0), 1), 2), 5);
    IncidentView reopened = told(told(cleared, Status.CLOSED, 6), Status.ACTIVE, 7);
    IncidentView never = reported(3);
    for (IncidentView joined :
        List.of(MergedView.joined(reopened, never), MergedView.joined(never, reopened))) {
      assertInstanceOf(Scene.Undeclared.class, joined.scene());
      assertNull(joined.wanted());
      assertEquals(1, joined.reopenMark());
    }
    IncidentView safeBefore = safe(reported(0), 1);
    IncidentView open = told(told(safeBefore, Status.CLOSED, 6), Status.ACTIVE, 7);
    IncidentView asking = MergedView.joined(wanted(open, 8), never);
    assertInstanceOf(Scene.Undeclared.class, asking.scene());
    assertEquals(5, wish(asking).mark(), "what was said since stands");
    assertEquals(2, wish(MergedView.joined(open, wanted(never, 4))).mark());
  }

  @Test
  void aloneAgainItsSceneIsNotSafeAndItsWishGoesWithNobody() {
    IncidentView leaving = wanted(safe(reported(0), 1), 2);
    IncidentView whole = MergedView.joined(reported(0), leaving);
    IncidentView alone = MergedView.alone(leaving, whole);
    assertInstanceOf(Scene.Undeclared.class, alone.scene());
    assertNull(alone.wanted());
    assertNull(MergedView.without(whole, leaving).wanted());
    IncidentView own = wanted(reported(0), 7);
    IncidentView stays = MergedView.joined(wanted(own, 8), leaving);
    assertEquals(wish(stays), wish(MergedView.without(stays, leaving)));
  }

  private static Wanted wish(IncidentView view) {
    @Nullable Wanted wanted = view.wanted();
    if (wanted == null) {
      throw new AssertionError("nobody is wanted");
    }
    return wanted;
  }

  private static IncidentView reported(long second) {
    return view(Incidents.facts().build(), second);
  }

  private static IncidentView view(IncidentFacts facts, long second) {
    return IncidentView.of(
        new IncidentReported(UUID.randomUUID(), facts),
        "town",
        "CA-ON",
        Mode.LIVE,
        NOON.plusSeconds(second));
  }

  private static IncidentView wanted(IncidentView view, long second) {
    Instant at = NOON.plusSeconds(second);
    return view.after(
        new WorkerWanted(view.incident(), OFFICER, at, Help.ON_SITE, null, null), Mode.LIVE, at);
  }

  private static IncidentView cleared(IncidentView view, long second) {
    Instant at = NOON.plusSeconds(second);
    return view.after(new OfficersCleared(view.incident(), OFFICER, at), Mode.LIVE, at);
  }

  private static IncidentView told(IncidentView view, Status status, long second) {
    return view.after(
        new IncidentUpdated(view.incident(), Incidents.facts().status(status).build()),
        Mode.LIVE,
        NOON.plusSeconds(second));
  }

  private static IncidentView safe(IncidentView view, long second) {
    Instant at = NOON.plusSeconds(second);
    return view.after(
        new SceneDeclaredSafe(view.incident(), OFFICER, at, Suspect.LEFT), Mode.LIVE, at);
  }
}
