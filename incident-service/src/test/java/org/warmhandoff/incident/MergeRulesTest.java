package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.Samples.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.IncidentState.Heard;
import org.warmhandoff.incident.Merges.Claim;
import org.warmhandoff.incident.Merges.Decided;
import org.warmhandoff.incident.Merges.Node;

/** Which incident goes on, from all that their sources say, and what stands there then. */
class MergeRulesTest {

  private static final UUID A = new UUID(0, 0xA);
  private static final UUID B = new UUID(0, 0xB);
  private static final UUID C = new UUID(0, 0xC);
  private static final UUID OFFICER = UUID.randomUUID();

  private final Heard unsaid = Samples.heard(Samples.report(null, NOON.minusSeconds(60), 1));

  @Test
  void aChainLeadsToTheOneThatGoesOn() {
    Decided decided = decide(own(1, A, B, 10), own(2, B, C, 20));
    assertThat(decided.goesOn(A)).isEqualTo(C);
    assertThat(Objects.requireNonNull(decided.into().get(A)).into()).isEqualTo(B);
    assertThat(decided.goesOn(C)).isEqualTo(C);
  }

  @Test
  void whatItsOwnReportSaysCountsBeforeWhatOthersSay() {
    Decided decided = decide(own(1, A, B, 10), replaces(2, C, A, 20));
    assertThat(decided.goesOn(A)).isEqualTo(B);
    assertThat(decide(replaces(1, B, A, 10), replaces(2, C, A, 20)).goesOn(A)).isEqualTo(C);
  }

  @Test
  void aLaterReportOfAnOpenIncidentThatDoesNotSayItIsMergedStandsAlone() {
    Claim claim = replaces(1, B, A, 10);
    assertThat(decide(List.of(node(A, false, true, 10), node(B)), claim).goesOn(A)).isEqualTo(B);
    Decided again = decide(List.of(node(A, false, true, 11), node(B)), claim);
    assertThat(again.goesOn(A)).isEqualTo(A);
    assertThat(again.overruled()).containsExactly(claim);
    assertThat(decide(List.of(node(A, false, false, 11), node(B)), claim).goesOn(A)).isEqualTo(B);
  }

  @Test
  void whatWouldCloseACircleIsNotApplied() {
    Claim last = own(3, C, A, 30);
    Decided decided = decide(own(1, A, B, 10), own(2, B, C, 20), last);
    assertThat(decided.goesOn(A)).isEqualTo(C);
    assertThat(decided.odd()).isEqualTo(Map.of(last, IntakeFlag.IN_A_CIRCLE));
  }

  @Test
  void whoEndsAtTheSameOneStaysWhereItIs() {
    Decided decided = decide(own(1, A, C, 20), own(2, B, C, 10));
    assertThat(Merges.steps(Map.of(A, B), decided)).isEqualTo(Map.of(A, B, B, C));
    assertThat(Merges.steps(Map.of(), decided)).isEqualTo(Map.of(A, C, B, C));
    Decided turned = decide(own(1, B, A, 20), own(2, A, C, 10));
    assertThat(Merges.steps(Map.of(A, B), turned)).as("no circle").isEqualTo(Map.of(B, A, A, C));
  }

  @Test
  void aDrillAndARealIncidentAreNeverOne() {
    Claim claim = own(1, A, B, 10);
    Decided decided = decide(List.of(node(A, true, true, 0), node(B)), claim);
    assertThat(decided.into()).isEmpty();
    assertThat(decided.odd()).isEqualTo(Map.of(claim, IntakeFlag.DRILL_AND_REAL));
  }

  /** A seeded crowd that says everything of everybody. */
  @Test
  void anyOrderGivesTheSame() {
    Random random = new Random(20260131);
    for (int round = 0; round < 300; round++) {
      List<Node> nodes = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        nodes.add(node(new UUID(1, i), random.nextInt(8) == 0, random.nextBoolean(), i * 7));
      }
      List<Claim> claims = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        UUID merged = nodes.get(random.nextInt(6)).incident();
        UUID into = nodes.get(random.nextInt(6)).incident();
        claims.add(new Claim(i, merged, into, random.nextBoolean(), at(random.nextInt(50))));
      }
      Decided first = Merges.decide(nodes, claims);
      nodes.forEach(
          node -> assertThat(first.into()).doesNotContainKey(first.goesOn(node.incident())));
      for (int order = 0; order < 3; order++) {
        Collections.shuffle(claims, random);
        assertThat(Merges.decide(nodes, claims)).isEqualTo(first);
      }
    }
  }

  @Test
  void doubtCountsBeforeSafeWhicheverWasSaidLater() {
    Heard safe = unsaid.with(new Scene.Safe(OFFICER, NOON.plusSeconds(60), Suspect.LEFT));
    Heard doubt = unsaid.with(new Scene.NotSafe(OFFICER, NOON));
    assertThat(safe.and(doubt).scene()).isEqualTo(doubt.scene());
    assertThat(doubt.and(safe).scene()).isEqualTo(doubt.scene());
  }

  @Test
  void whatNobodySaidHidesNothing() {
    Heard safe = unsaid.with(new Scene.Safe(OFFICER, NOON, Suspect.LEFT));
    Heard closed = unsaid.with(new Scene.NotSafe(IncidentEvent.THE_SOURCE, NOON.plusSeconds(9)));
    assertThat(safe.and(unsaid).scene()).isEqualTo(safe.scene());
    assertThat(unsaid.and(safe).scene()).isEqualTo(safe.scene());
    assertThat(safe.and(closed).scene()).isEqualTo(safe.scene());
    assertThat(closed.and(safe).scene()).as("closed since").isEqualTo(closed.scene());
  }

  @Test
  void aLeavingEndsASafeFromBeforeIt() {
    Heard safe = unsaid.with(new Scene.Safe(OFFICER, NOON, Suspect.LEFT));
    Heard left = unsaid.with(new Scene.Cleared(OFFICER, NOON.plusSeconds(9)));
    assertThat(safe.and(left).scene()).isEqualTo(left.scene());
    assertThat(left.and(safe).scene()).isEqualTo(left.scene());
  }

  @Test
  void aWishHoldsWhereTheOneThatGoesOnHasNone() {
    Wish wish = new Wish(OFFICER, NOON, Help.ON_SITE, null, "fr");
    Wish other = new Wish(OFFICER, NOON.plusSeconds(9), Help.VIRTUAL, null, null);
    assertThat(unsaid.and(unsaid.with(wish)).wish()).isEqualTo(wish);
    assertThat(unsaid.with(other).and(unsaid.with(wish)).wish()).isEqualTo(other);
  }

  @Test
  void theLaterWordOfOfficersHoldsAndTheHigherUrgency() {
    Words here = Words.NONE.withLanguage(new Word<>("fr", NOON));
    Words there =
        Words.NONE
            .withLanguage(new Word<>("pl", NOON.plusSeconds(1)))
            .withChildren(new Word<>(org.warmhandoff.contracts.Known.YES, NOON));
    Words both = here.and(there);
    assertThat(both.language()).isEqualTo(new Word<>("pl", NOON.plusSeconds(1)));
    assertThat(both.children()).isEqualTo(there.children());
    assertThat(there.and(here)).isEqualTo(both);
  }

  @Test
  void whatWasTakenOverAloneGoesWithTheOneThatLeaves() {
    Words there = Words.NONE.withLanguage(new Word<>("pl", NOON.plusSeconds(1)));
    Words here = Words.NONE.withChildren(new Word<>(org.warmhandoff.contracts.Known.YES, NOON));
    assertThat(here.and(there).without(there)).isEqualTo(here);
  }

  @Test
  void whatHappensNowIsLiveThoughItIsMergedIntoAnImportedOne() {
    Heard imported = unsaid.with(Mode.HISTORY);
    assertThat(imported.and(unsaid.with(Mode.LIVE)).mode()).isEqualTo(Mode.LIVE);
    assertThat(unsaid.with(Mode.LIVE).and(imported).mode()).isEqualTo(Mode.LIVE);
  }

  @Test
  void whoStandsAloneAgainHasNoSafeSceneAndNoWish() {
    Heard alone =
        unsaid
            .with(new Scene.Safe(OFFICER, NOON, Suspect.LEFT))
            .with(new Wish(OFFICER, NOON, Help.ON_SITE, null, null))
            .alone(NOON.plusSeconds(5));
    assertThat(alone.scene())
        .isEqualTo(new Scene.NotSafe(IncidentEvent.THE_SOURCE, NOON.plusSeconds(5)));
    assertThat(alone.wish()).isNull();
  }

  @Test
  void whatIsSaidOfItsOwnNumberSaysNothingAndIsFlagged() {
    Relations odd = new Relations("X-1", List.of("X-2", "X-1"), null, List.of());
    assertThat(odd.said("X-1")).containsExactly(new Relations.Said(Relations.Kind.REPLACES, "X-2"));
    Report plain = Samples.report(null, NOON, 1);
    Report report =
        new Report(
            plain.externalId(),
            plain.mode(),
            plain.position(),
            plain.facts(),
            true,
            List.of(),
            plain.canonical(),
            null,
            odd);
    Upsert taken = Samples.decide(new IncidentState.Unheard(), report);
    assertThat(((Upsert.Created) taken).flags()).containsExactly(IntakeFlag.OWN_NUMBER);
  }

  private static Decided decide(Claim... claims) {
    return decide(List.of(node(A), node(B), node(C)), claims);
  }

  private static Decided decide(List<Node> nodes, Claim... claims) {
    return Merges.decide(nodes, List.of(claims));
  }

  private static Node node(UUID incident) {
    return node(incident, false, true, 0);
  }

  private static Node node(UUID incident, boolean drill, boolean active, int asOf) {
    return new Node(incident, drill, active, false, at(asOf));
  }

  private static Claim own(long row, UUID incident, UUID into, int at) {
    return new Claim(row, incident, into, true, at(at));
  }

  private static Claim replaces(long row, UUID goesOn, UUID incident, int at) {
    return new Claim(row, incident, goesOn, false, at(at));
  }

  private static Instant at(int seconds) {
    return NOON.plusSeconds(seconds);
  }
}
