package org.warmhandoff.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.incident.Samples.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.incident.IncidentState.Heard;

/**
 * Several officers and the CAD speak of one scene, and what they say arrives in any order while a
 * "safe" is still fresh: it never wins over a doubt, a leaving or a closing from after it.
 */
class SceneOrderTest {

  private static final UUID INCIDENT = UUID.randomUUID();
  private static final List<UUID> OFFICERS =
      List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
  private static final int ROUNDS = 1_500;
  private static final int WINDOW = 280;

  /** No history of reports is kept: of a call closed twice in five minutes not all can be told. */
  private static final int MOST_REPORTS = 3;

  private final Heard first = Samples.heard(Samples.report(null, NOON.minusSeconds(600), 0));

  private enum Kind {
    SAFE,
    DOUBT,
    LEAVING,
    WISH,
    OPEN,
    CLOSED
  }

  /** One thing said; what the officers say has an officer, what the CAD reports has none. */
  private record Said(Kind kind, UUID by, Suspect suspect, Instant at) {}

  @Test
  void safeNeverWinsOverWhatWasSaidAfterIt() {
    Random chance = new Random(20261122);
    int safe = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Said> said = said(chance, 2 + chance.nextInt(4));
      for (List<Said> order : orders(said)) {
        if (holds(after(order), said, order)) {
          safe++;
        }
      }
    }
    assertThat(safe).as("it does end safe, too").isGreaterThan(ROUNDS);
  }

  @Test
  void safeNeverWinsInLongerStoriesEither() {
    Random chance = new Random(1);
    for (int round = 0; round < 20 * ROUNDS; round++) {
      List<Said> order = said(chance, 6 + chance.nextInt(10));
      List<Said> said = List.copyOf(order);
      Collections.shuffle(order, chance);
      for (int again = chance.nextInt(4); again > 0; again--) {
        order.add(order.get(chance.nextInt(order.size())));
      }
      holds(after(order), said, order);
    }
  }

  @Test
  void inTheOrderOfTheirTimesTheLatestWordStands() {
    Random chance = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      List<Said> said = said(chance, 1 + chance.nextInt(8));
      said.sort(Comparator.comparing(Said::at));
      boolean safe = false;
      Kind call = Kind.OPEN;
      for (Said one : said) {
        safe =
            switch (one.kind()) {
              case SAFE -> true;
              case DOUBT, LEAVING -> false;
              case CLOSED -> safe && call == Kind.CLOSED;
              case WISH, OPEN -> safe;
            };
        call = isReport(one) ? one.kind() : call;
      }
      assertThat(after(said).scene() instanceof Scene.Safe).as("%s", said).isEqualTo(safe);
    }
  }

  @Test
  void whereNobodyDoubtsTheLatestWordStandsInWhateverOrder() {
    Random chance = new Random(12);
    for (int round = 0; round < ROUNDS; round++) {
      List<Said> said =
          said(chance, 2 + chance.nextInt(3)).stream()
              .map(
                  one ->
                      one.kind() == Kind.SAFE || one.kind() == Kind.WISH
                          ? one
                          : new Said(Kind.LEAVING, one.by(), one.suspect(), one.at()))
              .toList();
      boolean safe =
          said.stream()
              .filter(one -> one.kind() != Kind.WISH)
              .max(Comparator.comparing(Said::at))
              .map(one -> one.kind() == Kind.SAFE)
              .orElse(false);
      for (List<Said> order : orders(said)) {
        assertThat(after(order).scene() instanceof Scene.Safe).as("%s", order).isEqualTo(safe);
      }
    }
  }

  /** Whether it ends safe, which it may only where nothing was said after. */
  private static boolean holds(Heard state, List<Said> said, List<Said> order) {
    if (!(state.scene() instanceof Scene.Safe safe)) {
      return false;
    }
    assertThat(said)
        .as("arrived as %s", order)
        .noneMatch(
            one ->
                one.at().isAfter(safe.changedAt())
                    && (one.kind() == Kind.DOUBT
                        || one.kind() == Kind.LEAVING
                        || isClosing(one, said)));
    assertThat(said).anyMatch(one -> one.kind() == Kind.SAFE && one.at().equals(safe.changedAt()));
    return true;
  }

  /** A CAD repeats that a call is closed; closed it is only once. */
  private static boolean isClosing(Said one, List<Said> said) {
    return one.kind() == Kind.CLOSED
        && said.stream()
            .filter(SceneOrderTest::isReport)
            .filter(other -> other.at().isBefore(one.at()))
            .max(Comparator.comparing(Said::at))
            .map(Said::kind)
            .orElse(Kind.OPEN)
            .equals(Kind.OPEN);
  }

  private static boolean isReport(Said said) {
    return said.kind() == Kind.OPEN || said.kind() == Kind.CLOSED;
  }

  private Heard after(List<Said> order) {
    Heard state = first;
    for (Said said : order) {
      state = isReport(said) ? reported(state, said) : next(state, tapped(state, said));
    }
    return state;
  }

  private static SceneMove tapped(Heard state, Said said) {
    return switch (said.kind()) {
      case SAFE -> SceneMove.safe(INCIDENT, state, said.by(), said.at(), NOON, said.suspect());
      case DOUBT -> SceneMove.notSafe(INCIDENT, state, said.by(), said.at());
      case LEAVING -> SceneMove.clear(INCIDENT, state, said.by(), said.at());
      default ->
          SceneMove.want(
              INCIDENT, state, new Wish(said.by(), said.at(), Help.ON_SITE, null, null), List.of());
    };
  }

  /** As intake does. */
  private static Heard reported(Heard state, Said said) {
    Status status = said.kind() == Kind.OPEN ? Status.ACTIVE : Status.CLOSED;
    Report report = report(status, said.at());
    return switch (Samples.decide(state, report)) {
      case Upsert.Applied applied -> {
        Heard next = applied.next();
        yield next(
            next, SceneMove.closed(INCIDENT, state.facts().status(), next, next.position().asOf()));
      }
      case Upsert.Unchanged unchanged -> unchanged.next();
      case Upsert.Ignored ignored ->
          next(state, SceneMove.closedBefore(INCIDENT, status, state, said.at()));
      case Upsert.Conflicting conflicting -> throw new AssertionError("no drill here");
    };
  }

  private static Report report(Status status, Instant asOf) {
    Report open = Samples.report(Mode.LIVE, null, asOf, 1);
    ReportedFacts facts = Samples.as(status, Samples.heard(open)).facts();
    return new Report(
        open.externalId(),
        open.mode(),
        open.position(),
        facts,
        true,
        List.of(),
        Personal.of("content " + asOf),
        null);
  }

  private static Heard next(Heard state, SceneMove move) {
    return switch (move) {
      case SceneMove.Moved moved -> moved.next();
      case SceneMove.Noted noted -> noted.next();
      case SceneMove.AsBefore asBefore -> state;
      case SceneMove.Stale stale -> throw new AssertionError("fresh, all of them");
      case SceneMove.Overtaken overtaken -> state;
    };
  }

  /** No two at the same second. */
  private static List<Said> said(Random chance, int length) {
    List<Integer> seconds = new ArrayList<>();
    for (int second = 0; second < WINDOW; second++) {
      seconds.add(second);
    }
    Collections.shuffle(seconds, chance);
    List<Said> said = new ArrayList<>();
    int reports = 0;
    for (int i = 0; i < length; i++) {
      // Many of them safe: that is what must be shown not to win.
      Kind kind = chance.nextInt(3) == 0 ? Kind.SAFE : one(chance, Kind.values());
      if ((kind == Kind.OPEN || kind == Kind.CLOSED) && ++reports > MOST_REPORTS) {
        kind = Kind.DOUBT;
      }
      said.add(
          new Said(
              kind,
              OFFICERS.get(chance.nextInt(OFFICERS.size())),
              chance.nextInt(3) == 0 ? Suspect.UNKNOWN : Suspect.LEFT,
              NOON.minusSeconds(seconds.get(i))));
    }
    return said;
  }

  private static <T> List<List<T>> orders(List<T> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> orders = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<T> others = new ArrayList<>(all);
      T head = others.remove(i);
      for (List<T> tail : orders(others)) {
        List<T> order = new ArrayList<>(List.of(head));
        order.addAll(tail);
        orders.add(order);
      }
    }
    return orders;
  }

  private static <T> T one(Random chance, T[] values) {
    return values[chance.nextInt(values.length)];
  }
}
