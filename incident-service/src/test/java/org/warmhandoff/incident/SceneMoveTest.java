package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.Samples.NOON;
import static org.warmhandoff.incident.SceneMoves.INCIDENT;
import static org.warmhandoff.incident.SceneMoves.OFFICER;
import static org.warmhandoff.incident.SceneMoves.moved;
import static org.warmhandoff.incident.SceneMoves.noted;
import static org.warmhandoff.incident.SceneMoves.safe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.incident.IncidentState.Heard;

class SceneMoveTest {

  private final Heard unsaid = Samples.heard(Samples.report(null, NOON.minusSeconds(60), 1));

  @Test
  void safeIsSaidOnceHoweverOftenItIsTapped() {
    SceneMove.Moved moved = moved(safe(unsaid, NOON, NOON, Suspect.LEFT));
    assertThat(moved.event())
        .isEqualTo(new SceneDeclaredSafe(INCIDENT, OFFICER, NOON, Suspect.LEFT));
    assertThat(safe(moved.next(), NOON, NOON.plusSeconds(1), Suspect.LEFT))
        .isInstanceOf(SceneMove.AsBefore.class);
    assertThat(safe(moved.next(), NOON.plusSeconds(1), NOON.plusSeconds(1), Suspect.IN_CUSTODY))
        .isInstanceOf(SceneMove.Moved.class);
  }

  @Test
  void aTapOlderThanFiveMinutesIsAskedAgain() {
    Instant edge = NOON.minus(Duration.ofMinutes(5));
    assertThat(safe(unsaid, edge, NOON, Suspect.LEFT)).isInstanceOf(SceneMove.Moved.class);
    assertThat(safe(unsaid, edge.minusMillis(1), NOON, Suspect.LEFT))
        .isInstanceOf(SceneMove.Stale.class);
  }

  @Test
  void aTapFromBeforeTheRevocationDoesNotUndoIt() {
    Heard safe = moved(safe(unsaid, NOON, NOON, Suspect.LEFT)).next();
    Heard revoked = moved(SceneMove.notSafe(INCIDENT, safe, OFFICER, NOON.plusSeconds(60))).next();
    assertThat(safe(revoked, NOON.plusSeconds(30), NOON.plusSeconds(90), Suspect.LEFT))
        .isInstanceOf(SceneMove.Overtaken.class);
    assertThat(safe(revoked, NOON.plusSeconds(80), NOON.plusSeconds(90), Suspect.LEFT))
        .isInstanceOf(SceneMove.Moved.class);
  }

  /** A kept "safe" of 12:00:30 arrives after a second doubt, or a second leaving, of 12:01. */
  @Test
  void aKeptTapDoesNotWinOverADoubtOrALeavingThatWasSaidTwice() {
    Instant kept = NOON.plusSeconds(30);
    Instant again = NOON.plusSeconds(60);
    Heard safe = moved(safe(unsaid, NOON.minusSeconds(9), NOON, Suspect.LEFT)).next();
    Heard revoked = moved(SceneMove.notSafe(INCIDENT, safe, OFFICER, NOON)).next();
    Heard cleared = moved(SceneMove.clear(INCIDENT, safe, OFFICER, NOON)).next();
    for (SceneMove said :
        List.of(
            SceneMove.notSafe(INCIDENT, unsaid, OFFICER, again),
            SceneMove.notSafe(INCIDENT, revoked, OFFICER, again),
            SceneMove.clear(INCIDENT, cleared, OFFICER, again))) {
      Heard next = ((SceneMove.Noted) said).next();
      assertThat(safe(next, kept, NOON.plusSeconds(90), Suspect.LEFT))
          .isInstanceOf(SceneMove.Overtaken.class);
      assertThat(safe(next, NOON.plusSeconds(80), NOON.plusSeconds(90), Suspect.LEFT))
          .isInstanceOf(SceneMove.Moved.class);
    }
  }

  @Test
  void aPhoneWhoseClockIsAheadSaysItNow() {
    SceneMove.Moved moved = moved(safe(unsaid, NOON.plusSeconds(3600), NOON, Suspect.LEFT));
    assertThat(moved.next().scene().changedAt()).isEqualTo(NOON);
  }

  @Test
  void safeCanBeTakenBackAndEndsWhenOfficersLeave() {
    Heard safe = moved(safe(unsaid, NOON, NOON, Suspect.LEFT)).next();
    SceneMove.Moved revoked = moved(SceneMove.notSafe(INCIDENT, safe, OFFICER, NOON));
    assertThat(revoked.event()).isInstanceOf(SceneSafetyRevoked.class);
    assertThat(SceneMove.notSafe(INCIDENT, revoked.next(), OFFICER, NOON))
        .isInstanceOf(SceneMove.AsBefore.class);
    SceneMove.Moved cleared = moved(SceneMove.clear(INCIDENT, safe, OFFICER, NOON));
    assertThat(cleared.event()).isInstanceOf(OfficersCleared.class);
    assertThat(cleared.next().scene()).isInstanceOf(Scene.Cleared.class);
    assertThat(SceneMove.clear(INCIDENT, cleared.next(), OFFICER, NOON))
        .isInstanceOf(SceneMove.AsBefore.class);
  }

  @Test
  void doubtCountsAfterTheOfficersLeftToo() {
    Heard cleared = moved(SceneMove.clear(INCIDENT, unsaid, OFFICER, NOON)).next();
    SceneMove.Moved revoked = moved(SceneMove.notSafe(INCIDENT, cleared, OFFICER, NOON));
    assertThat(revoked.event()).isInstanceOf(SceneSafetyRevoked.class);
    assertThat(revoked.next().scene()).isInstanceOf(Scene.NotSafe.class);
  }

  @Test
  void aWorkerIsWantedOnceAndAnotherWishReplacesTheFirst() {
    Wish onSite = new Wish(OFFICER, NOON, Help.ON_SITE, null, "fr");
    SceneMove.Moved moved = moved(SceneMove.want(INCIDENT, unsaid, onSite, List.of()));
    assertThat(moved.event()).isInstanceOf(WorkerWanted.class);
    Wish byAMate = new Wish(UUID.randomUUID(), NOON.plusSeconds(5), Help.ON_SITE, null, "fr");
    assertThat(SceneMove.want(INCIDENT, moved.next(), byAMate, List.of()))
        .isInstanceOf(SceneMove.AsBefore.class);
    Wish virtual = new Wish(OFFICER, NOON.plusSeconds(9), Help.VIRTUAL, null, "fr");
    assertThat(SceneMove.want(INCIDENT, moved.next(), virtual, List.of()))
        .isInstanceOf(SceneMove.Moved.class);
  }

  @Test
  void theNextCarMayAskForWhatTheFirstAskedFor() {
    Wish onSite = new Wish(OFFICER, NOON, Help.ON_SITE, null, "fr");
    Heard asked = moved(SceneMove.want(INCIDENT, unsaid, onSite, List.of())).next();
    Heard cleared = moved(SceneMove.clear(INCIDENT, asked, OFFICER, NOON)).next();
    assertThat(cleared.wish()).isNull();
    assertThat(SceneMove.want(INCIDENT, cleared, onSite, List.of()))
        .isInstanceOf(SceneMove.Moved.class);
  }

  @Test
  void theSameMayBeAskedForAgainOnceWhatWasFoundHasEnded() {
    Wish first = new Wish(OFFICER, NOON, Help.ON_SITE, null, "fr");
    Heard asked = moved(SceneMove.want(INCIDENT, unsaid, first, List.of())).next();
    Wish again = new Wish(OFFICER, NOON.plusSeconds(900), Help.ON_SITE, null, "fr");
    HelpEntry help = help(HelpMode.ON_SITE);
    assertThat(SceneMove.want(INCIDENT, asked, again, List.of(help)))
        .isInstanceOf(SceneMove.AsBefore.class);
    help.nobody(NOON.plusSeconds(600));
    Heard askedAgain =
        moved(SceneMove.want(INCIDENT, asked, again, List.of(help, help(HelpMode.FOLLOW_UP))))
            .next();
    Wish tappedTwice = new Wish(OFFICER, NOON.plusSeconds(901), Help.ON_SITE, null, "fr");
    assertThat(SceneMove.want(INCIDENT, askedAgain, tappedTwice, List.of(help)))
        .as("the new search is not heard of yet")
        .isInstanceOf(SceneMove.AsBefore.class);
  }

  @Test
  void doubtFromBeforeIsKeptAndNeverStandsBeforeWhatItTakesBack() {
    Heard safe = moved(safe(unsaid, NOON, NOON, Suspect.LEFT)).next();
    SceneMove.Moved revoked =
        moved(SceneMove.notSafe(INCIDENT, safe, OFFICER, NOON.minusSeconds(60)));
    assertThat(revoked.next().scene().changedAt()).isEqualTo(NOON);
  }

  @Test
  void oneCrewsLeavingDoesNotEndWhatTheNextCrewSaid() {
    Heard safe = moved(safe(unsaid, NOON, NOON, Suspect.LEFT)).next();
    assertThat(SceneMove.clear(INCIDENT, safe, OFFICER, NOON.minusSeconds(1)))
        .isInstanceOf(SceneMove.Overtaken.class);
    assertThat(SceneMove.clear(INCIDENT, safe, OFFICER, NOON)).isInstanceOf(SceneMove.Moved.class);
  }

  @Test
  void aWishFromBeforeTheOfficersLeftEndedWithThem() {
    Heard cleared = moved(SceneMove.clear(INCIDENT, unsaid, OFFICER, NOON)).next();
    Wish early = new Wish(OFFICER, NOON.minusSeconds(1), Help.ON_SITE, null, null);
    assertThat(SceneMove.want(INCIDENT, cleared, early, List.of()))
        .isInstanceOf(SceneMove.Overtaken.class);
    Wish newer = new Wish(OFFICER, NOON, Help.VIRTUAL, null, null);
    Heard wanted = moved(SceneMove.want(INCIDENT, unsaid, newer, List.of())).next();
    assertThat(SceneMove.want(INCIDENT, wanted, early, List.of()))
        .as("answered by the newer one")
        .isInstanceOf(SceneMove.AsBefore.class);
  }

  @Test
  void doubtThatIsSaidAgainIsTheLatestWord() {
    Heard revoked =
        noted(SceneMove.notSafe(INCIDENT, unsaid, OFFICER, NOON.plusSeconds(60))).next();
    UUID mate = UUID.randomUUID();
    SceneMove.Noted again =
        noted(SceneMove.notSafe(INCIDENT, revoked, mate, NOON.plusSeconds(180)));
    assertThat(again.said())
        .isEqualTo(new SceneSafetyRevoked(INCIDENT, mate, NOON.plusSeconds(180)));
    assertThat(safe(again.next(), NOON.plusSeconds(120), NOON.plusSeconds(240), Suspect.LEFT))
        .isInstanceOf(SceneMove.Overtaken.class);
    SceneMove.Noted older = noted(SceneMove.notSafe(INCIDENT, again.next(), OFFICER, NOON));
    assertThat(older.next().scene().changedAt()).isEqualTo(NOON.plusSeconds(180));
  }

  @Test
  void theSecondCrewsLeavingIsTheLatestWordToo() {
    Heard left = moved(SceneMove.clear(INCIDENT, unsaid, OFFICER, NOON.plusSeconds(300))).next();
    UUID mate = UUID.randomUUID();
    Heard again = noted(SceneMove.clear(INCIDENT, left, mate, NOON.plusSeconds(600))).next();
    assertThat(safe(again, NOON.plusSeconds(480), NOON.plusSeconds(660), Suspect.LEFT))
        .isInstanceOf(SceneMove.Overtaken.class);
    Wish wish = new Wish(mate, NOON.plusSeconds(700), Help.ON_SITE, null, null);
    Heard wanted = moved(SceneMove.want(INCIDENT, again, wish, List.of())).next();
    assertThat(moved(SceneMove.clear(INCIDENT, wanted, mate, NOON.plusSeconds(720))).next().wish())
        .as("who asked has left now")
        .isNull();
  }

  @Test
  void aMatesConfirmationOutlivesTheFirstCrewsLeaving() {
    Heard safe = moved(safe(unsaid, NOON, NOON, Suspect.LEFT)).next();
    UUID mate = UUID.randomUUID();
    Instant later = NOON.plusSeconds(720);
    SceneMove.Noted confirmed =
        noted(SceneMove.safe(INCIDENT, safe, mate, later, later, Suspect.LEFT));
    assertThat(confirmed.said())
        .isEqualTo(new SceneDeclaredSafe(INCIDENT, mate, later, Suspect.LEFT));
    assertThat(SceneMove.clear(INCIDENT, confirmed.next(), OFFICER, NOON.plusSeconds(600)))
        .isInstanceOf(SceneMove.Overtaken.class);
  }

  private static HelpEntry help(HelpMode mode) {
    return new HelpEntry(
        new AssignmentOpened(
            INCIDENT, UUID.randomUUID(), "a-program", Audience.VICTIM, mode, NOON.plusSeconds(1)),
        "windsor",
        "CA-ON");
  }
}
