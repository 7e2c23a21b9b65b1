package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.Samples.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Circumstances.AccessNeed;
import org.warmhandoff.contracts.Circumstances.NoContactOrder;
import org.warmhandoff.contracts.Circumstances.Urgency;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;

class CombinedTest {

  @Test
  void anOfficersLaterWordCountsOverTheSourcesOlderOne() {
    Combined combined =
        told(
            source(Charge.NONE, Known.NO, Known.UNKNOWN),
            0,
            Words.NONE
                .withCharge(new Word<>(Charge.LAID, NOON.plusSeconds(60)))
                .withCustody(new Word<>(Custody.RELEASED, NOON.plusSeconds(60))));
    assertThat(combined).isEqualTo(new Combined(Charge.LAID, Known.YES, Known.YES, null));
  }

  @Test
  void theSourcesLaterWordCountsOverAnOfficersOlderOne() {
    Combined combined =
        told(
            source(Charge.NONE, Known.YES, Known.NO),
            0,
            Words.NONE
                .withCharge(new Word<>(Charge.LAID, NOON.minusSeconds(1)))
                .withCustody(new Word<>(Custody.NOT_ARRESTED, NOON.minusSeconds(1))));
    assertThat(combined).isEqualTo(new Combined(Charge.NONE, Known.YES, Known.NO, null));
  }

  @Test
  void atTheSameInstantTheOfficerIsNearer() {
    Combined combined =
        told(
            source(Charge.NONE, Known.UNKNOWN, Known.UNKNOWN),
            0,
            Words.NONE.withCharge(new Word<>(Charge.LAID, NOON)));
    assertThat(combined.charge()).isEqualTo(Charge.LAID);
  }

  @Test
  void silenceHidesNothing() {
    ReportedFacts silent = source(Charge.UNDECIDED, Known.UNKNOWN, Known.UNKNOWN);
    Words said =
        Words.NONE
            .withCharge(new Word<>(Charge.LAID, NOON.minusSeconds(3600)))
            .withCustody(new Word<>(Custody.ARRESTED, NOON.minusSeconds(3600)));
    assertThat(told(silent, 0, said))
        .isEqualTo(new Combined(Charge.LAID, Known.YES, Known.NO, null));
    Words takenBack =
        said.withCharge(new Word<>(Charge.UNDECIDED, NOON.plusSeconds(1)))
            .withCustody(new Word<>(Custody.UNKNOWN, NOON.plusSeconds(1)));
    assertThat(told(source(Charge.NONE, Known.YES, Known.YES), 0, takenBack))
        .isEqualTo(new Combined(Charge.NONE, Known.YES, Known.YES, null));
  }

  @Test
  void whatTheSourceOnlyRepeatsIsNoNews() {
    ReportedFacts none = source(Charge.NONE, Known.NO, Known.UNKNOWN);
    Since since = Since.all(none, NOON).after(none, NOON.plusSeconds(600));
    Words said = Words.NONE.withCharge(new Word<>(Charge.LAID, NOON.plusSeconds(60)));
    assertThat(Combined.of(none, since, said).charge()).isEqualTo(Charge.LAID);

    ReportedFacts learnt = source(Charge.LAID, Known.NO, Known.UNKNOWN);
    Since changed = since.after(learnt, NOON.plusSeconds(700)).after(none, NOON.plusSeconds(800));
    assertThat(Combined.of(none, changed, said).charge())
        .as("it was laid, and then dropped: that is news")
        .isEqualTo(Charge.NONE);
  }

  @Test
  void whatTheSourceLeavesOutForAWhileIsNoNewsWhenItComesBack() {
    ReportedFacts arrested = source(Charge.LAID, Known.YES, Known.UNKNOWN);
    ReportedFacts silent = source(Charge.UNDECIDED, Known.UNKNOWN, Known.UNKNOWN);
    Since since =
        Since.all(arrested, NOON)
            .after(silent, NOON.plusSeconds(360))
            .after(arrested, NOON.plusSeconds(420));
    Words said =
        Words.NONE
            .withCharge(new Word<>(Charge.NONE, NOON.plusSeconds(300)))
            .withCustody(new Word<>(Custody.NOT_ARRESTED, NOON.plusSeconds(300)));
    assertThat(Combined.of(arrested, since, said))
        .isEqualTo(new Combined(Charge.NONE, Known.NO, Known.UNKNOWN, null));
  }

  @Test
  void arrestAndReleaseAreNeverMixedIntoWhatNobodySaid() {
    Words notArrested = custody(Custody.NOT_ARRESTED, 600);
    assertThat(told(source(Charge.NONE, Known.YES, Known.YES), 0, notArrested))
        .isEqualTo(new Combined(Charge.NONE, Known.NO, Known.UNKNOWN, null));
    Words released = custody(Custody.RELEASED, 0);
    assertThat(told(source(Charge.NONE, Known.NO, Known.UNKNOWN), 1800, released))
        .isEqualTo(new Combined(Charge.NONE, Known.NO, Known.UNKNOWN, null));
    assertThat(told(source(Charge.NONE, Known.YES, Known.UNKNOWN), 1800, released))
        .as("arrested again: in custody, as far as anybody knows")
        .isEqualTo(new Combined(Charge.NONE, Known.YES, Known.UNKNOWN, null));
    assertThat(
            told(source(Charge.NONE, Known.UNKNOWN, Known.YES), 1800, custody(Custody.ARRESTED, 0)))
        .as("the source learnt of the release alone")
        .isEqualTo(new Combined(Charge.NONE, Known.YES, Known.YES, null));
    for (Custody custody : Custody.values()) {
      for (Known arrest : Known.values()) {
        for (Known release : Known.values()) {
          for (int second : new int[] {0, 1200}) {
            Combined told =
                told(source(Charge.NONE, arrest, release), second, custody(custody, 600));
            boolean sourceItself = arrest == Known.NO && release == Known.YES;
            assertThat(told.arrest() == Known.NO && told.released() == Known.YES && !sourceItself)
                .as("%s, %s, %s, %d", custody, arrest, release, second)
                .isFalse();
          }
        }
      }
    }
  }

  private static Words custody(Custody custody, int second) {
    return Words.NONE.withCustody(new Word<>(custody, NOON.plusSeconds(second)));
  }

  private static Combined told(ReportedFacts source, int second, Words said) {
    return Combined.of(source, Since.all(source, NOON.plusSeconds(second)), said);
  }

  @Test
  void arrestedAgainEndsTheRelease() {
    Words said =
        Words.NONE
            .withCustody(new Word<>(Custody.RELEASED, NOON.plusSeconds(60)))
            .withCustody(new Word<>(Custody.ARRESTED, NOON.plusSeconds(120)));
    Combined combined = told(source(Charge.LAID, Known.YES, Known.YES), 0, said);
    assertThat(combined.arrest()).isEqualTo(Known.YES);
    assertThat(combined.released()).isEqualTo(Known.NO);
  }

  @Test
  void circumstancesAreToldOnceSaidAndNeedsInOneOrder() {
    ReportedFacts source = source(Charge.UNDECIDED, Known.UNKNOWN, Known.UNKNOWN);
    assertThat(told(source, 0, Words.NONE).circumstances()).isNull();
    Words said =
        new Saying.Needs(Set.of(AccessNeed.SPEECH, AccessNeed.HEARING))
            .in(new Saying.OrderIs(NoContactOrder.ASKED_FOR).in(Words.NONE, NOON), NOON);
    assertThat(told(source, 0, said.atLeast(Urgency.HIGH)).circumstances())
        .satisfies(
            told -> {
              assertThat(told).isNotNull();
              assertThat(told.accessNeeds()).containsExactly(AccessNeed.HEARING, AccessNeed.SPEECH);
              assertThat(told.noContactOrder()).isEqualTo(NoContactOrder.ASKED_FOR);
              assertThat(told.urgency()).isEqualTo(Urgency.HIGH);
              assertThat(told.language()).isNull();
            });
  }

  @Test
  void urgencyOnlyRises() {
    Words high = Words.NONE.atLeast(Urgency.RAISED).atLeast(Urgency.HIGH);
    assertThat(high.urgency()).isEqualTo(Urgency.HIGH);
    assertThat(high.atLeast(Urgency.RAISED)).isEqualTo(high);
    assertThat(high.atLeast(null)).isEqualTo(high);
  }

  /**
   * Officers' taps arrive in any order, between a source's reports in theirs: what is told in the
   * end is the same.
   */
  @Test
  void theOrderOfArrivalDoesNotMatter() {
    for (int seed = 0; seed < 300; seed++) {
      Random chance = new Random(seed);
      List<Said> taps = taps(chance);
      List<ReportedFacts> reports = reports(chance);
      Combined first = play(taps, reports, new Random(seed));
      for (int turn = 1; turn <= 5; turn++) {
        List<Said> shuffled = new ArrayList<>(taps);
        Collections.shuffle(shuffled, new Random(seed * 31L + turn));
        assertThat(play(shuffled, reports, new Random(seed + 1000L * turn)))
            .as("seed %d turn %d", seed, turn)
            .isEqualTo(first);
      }
    }
  }

  private record Said(Saying saying, Instant at) {}

  private static Combined play(List<Said> taps, List<ReportedFacts> reports, Random chance) {
    Words words = Words.NONE;
    ReportedFacts facts = reports.getFirst();
    Since since = Since.all(facts, NOON);
    int tap = 0;
    int report = 1;
    while (tap < taps.size() || report < reports.size()) {
      if (tap < taps.size() && (report == reports.size() || chance.nextBoolean())) {
        words = taps.get(tap).saying().in(words, taps.get(tap).at());
        tap++;
      } else {
        since = since.after(reports.get(report), NOON.plusSeconds(100L * report));
        facts = reports.get(report);
        report++;
      }
    }
    return Combined.of(facts, since, words);
  }

  /** No two of them at the same second: who taps at the same instant may count in either order. */
  private static List<Said> taps(Random chance) {
    List<Said> taps = new ArrayList<>();
    List<Integer> seconds = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int second;
      do {
        second = chance.nextInt(500);
      } while (seconds.contains(second));
      seconds.add(second);
      Saying saying =
          switch (chance.nextInt(4)) {
            case 0 -> new Saying.ChargeDecided(one(chance, Charge.values()));
            case 1 -> new Saying.CustodyIs(one(chance, Custody.values()));
            case 2 -> new Saying.Children(one(chance, Known.values()));
            default -> new Saying.Needs(Set.of(one(chance, AccessNeed.values())));
          };
      taps.add(new Said(saying, NOON.plusSeconds(second)));
    }
    return taps;
  }

  private static List<ReportedFacts> reports(Random chance) {
    List<ReportedFacts> reports = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      reports.add(
          source(
              one(chance, Charge.values()),
              one(chance, Known.values()),
              one(chance, Known.values())));
    }
    return reports;
  }

  private static <T> T one(Random chance, T[] values) {
    return values[chance.nextInt(values.length)];
  }

  private static ReportedFacts source(Charge charge, Known arrest, Known released) {
    return new ReportedFacts(
        "DVA",
        Status.ACTIVE,
        Known.YES,
        Known.UNKNOWN,
        charge,
        arrest,
        released,
        null,
        null,
        null,
        1,
        NOON);
  }
}
