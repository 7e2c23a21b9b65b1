package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.Samples.NOON;
import static org.warmhandoff.incident.Samples.decide;
import static org.warmhandoff.incident.Samples.heard;
import static org.warmhandoff.incident.Samples.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.IncidentState.Heard;
import org.warmhandoff.incident.IncidentState.Unheard;

class UpsertTest {

  private static final Instant EARLIER = NOON.minusSeconds(60);
  private static final Instant LATER = NOON.minusSeconds(10);

  static Stream<Arguments> table() {
    Instant mid = NOON.minusSeconds(30);
    return Stream.of(
        Arguments.of("later time", report(null, mid, 1), report(null, LATER, 2), "Updated"),
        Arguments.of("earlier time", report(null, mid, 1), report(null, EARLIER, 2), "Ignored"),
        Arguments.of("same time", report(null, mid, 1), report(null, mid, 2), "Updated"),
        Arguments.of("same content", report(null, mid, 1), report(null, LATER, 1), "Unchanged"),
        Arguments.of("same, older", report(null, mid, 1), report(null, EARLIER, 1), "Unchanged"),
        Arguments.of("higher sequence", report(5L, mid, 1), report(6L, EARLIER, 2), "Updated"),
        Arguments.of("lower sequence", report(5L, mid, 1), report(4L, LATER, 2), "Ignored"),
        Arguments.of("same sequence", report(5L, mid, 1), report(5L, LATER, 2), "Updated"),
        Arguments.of("one has none", report(5L, mid, 1), report(null, LATER, 2), "Updated"),
        Arguments.of("one has none", report(5L, mid, 1), report(null, EARLIER, 2), "Ignored"),
        Arguments.of(
            "a drill meets a real one",
            report(null, mid, 1),
            report(Mode.TEST, null, LATER, 2),
            "Conflicting"),
        Arguments.of(
            "a real one meets a drill",
            report(Mode.TEST, null, mid, 1),
            report(null, LATER, 1),
            "Conflicting"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("table")
  void theSourcesOrderDecides(String name, Report known, Report next, String expected) {
    assertThat(decide(heard(known), next).getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void theFirstIsReportedTheNextIsUpdated() {
    UUID incident = UUID.randomUUID();
    Cast nobody = new Cast(List.of(), List.of());
    Upsert.Applied first = (Upsert.Applied) decide(new Unheard(), report(null, EARLIER, 1));
    assertThat(first.event(incident, "America/Toronto", nobody))
        .isInstanceOfSatisfying(
            IncidentReported.class,
            event -> assertThat(event.facts().receivedAt()).isEqualTo(NOON));
    Upsert.Applied next = (Upsert.Applied) decide(first.next(), report(null, LATER, 2));
    assertThat(next.event(incident, "America/Toronto", nobody))
        .isInstanceOfSatisfying(
            IncidentUpdated.class,
            event -> {
              assertThat(event.facts().priority()).isEqualTo(2);
              assertThat(event.facts().receivedAt()).isEqualTo(NOON);
            });
  }

  @Test
  void aTimeAheadCountsAsTheReceipt() {
    Upsert.Created ahead =
        (Upsert.Created) decide(new Unheard(), report(null, NOON.plusSeconds(3600), 1));
    assertThat(ahead.flags()).containsExactly(IntakeFlag.TIME_AHEAD);
    assertThat(ahead.next().position().asOf()).isEqualTo(NOON);
  }

  @Test
  void theSameContentMovesThePositionOnAndSoShutsOutWhatLiesBetween() {
    Heard known = heard(report(1L, EARLIER, 1));
    Upsert.Unchanged again = (Upsert.Unchanged) decide(known, report(3L, LATER, 1));
    assertThat(decide(again.next(), report(2L, LATER, 2))).isInstanceOf(Upsert.Ignored.class);
  }

  @Test
  void whatTheSourceLearnsIsNeverOlderThanWhatItSaidBefore() {
    Heard known = heard(report(5L, LATER, 1));
    Report learnt = report(6L, EARLIER, 2);
    ReportedFacts facts = learnt.facts();
    Report charged =
        learnt.with(
            new ReportedFacts(
                facts.type(),
                facts.status(),
                facts.domestic(),
                facts.physical(),
                org.warmhandoff.contracts.IncidentFacts.Charge.LAID,
                facts.arrest(),
                facts.released(),
                null,
                null,
                null,
                2,
                facts.occurredAt()),
            null);
    Upsert.Updated updated = (Upsert.Updated) decide(known, charged);
    assertThat(updated.next().since().charge().at()).isEqualTo(LATER);
  }

  @Test
  void aSequenceOnceKnownIsNotForgotten() {
    Heard known = heard(report(5L, EARLIER, 1));
    Upsert.Updated without = (Upsert.Updated) decide(known, report(null, LATER, 2));
    assertThat(decide(without.next(), report(4L, NOON, 3))).isInstanceOf(Upsert.Ignored.class);
  }

  @Test
  void anOfficersWordSurvivesAnUpsert() {
    UUID officer = UUID.randomUUID();
    Scene safe =
        new Scene.Safe(officer, NOON, org.warmhandoff.contracts.IncidentEvent.Suspect.IN_CUSTODY);
    Heard known = heard(report(null, EARLIER, 1)).with(safe);
    Upsert.Updated updated = (Upsert.Updated) decide(known, report(null, LATER, 2));
    assertThat(updated.next().scene()).isEqualTo(safe);
  }

  @Test
  void aLiveReportMakesHistoryLiveAndHistoryNeverMakesLiveHistory() {
    Heard imported = heard(report(Mode.HISTORY, null, EARLIER, 1));
    Upsert.Updated live = (Upsert.Updated) decide(imported, report(null, LATER, 2));
    assertThat(live.next().mode()).isEqualTo(Mode.LIVE);
    Upsert.Updated later =
        (Upsert.Updated) decide(live.next(), report(Mode.HISTORY, null, LATER, 3));
    assertThat(later.next().mode()).isEqualTo(Mode.LIVE);
  }

  @Test
  void whatWasHistoryIsToldAgainWhenTheSameComesLive() {
    Heard imported = heard(report(Mode.HISTORY, null, LATER, 1));
    Upsert.Updated live = (Upsert.Updated) decide(imported, report(null, EARLIER, 1));
    assertThat(live.next().mode()).isEqualTo(Mode.LIVE);
    assertThat(live.next().position().asOf()).isEqualTo(LATER);
    assertThat(decide(live.next(), report(null, LATER, 1))).isInstanceOf(Upsert.Unchanged.class);
    assertThat(decide(live.next(), report(Mode.HISTORY, null, LATER, 1)))
        .isInstanceOf(Upsert.Unchanged.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whateverOrderReportsArriveInTheNewestStateStands(boolean sequenced) {
    Random random = new Random(20260307);
    for (int round = 0; round < 2_000; round++) {
      int length = 1 + random.nextInt(8);
      List<Report> inOrder = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        Long sequence = sequenced ? Long.valueOf(i) : null;
        Instant asOf = sequenced ? NOON : NOON.minusSeconds(1_000L - i);
        inOrder.add(report(sequence, asOf, 1 + random.nextInt(3)));
      }
      List<Report> arriving = new ArrayList<>(inOrder);
      for (int copies = random.nextInt(5); copies > 0; copies--) {
        arriving.add(inOrder.get(random.nextInt(length)));
      }
      Collections.shuffle(arriving, random);

      Heard expected = stateAfter(inOrder);
      Heard reached = stateAfter(arriving);
      assertThat(reached.facts()).isEqualTo(expected.facts());
      assertThat(reached.content()).isEqualTo(expected.content());
      assertThat(reached.position()).isEqualTo(expected.position());
    }
  }

  private static Heard stateAfter(List<Report> reports) {
    @Nullable Heard state = null;
    for (Report report : reports) {
      state = after(state, report);
    }
    return java.util.Objects.requireNonNull(state);
  }

  private static Heard after(@Nullable Heard state, Report report) {
    IncidentState known = state == null ? new Unheard() : state;
    return switch (decide(known, report)) {
      case Upsert.Applied applied -> applied.next();
      case Upsert.Unchanged unchanged -> unchanged.next();
      case Upsert.Ignored ignored -> (Heard) known;
      case Upsert.Conflicting conflicting -> throw new AssertionError("no drill here");
    };
  }
}
