package org.warmhandoff.incident.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final long MILLISECOND = 1_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final Crowd crowd = new Crowd(now::get);

  private int letIn(String source, int asking) {
    int in = 0;
    for (int i = 0; i < asking; i++) {
      in += crowd.enter(source) ? 1 : 0;
    }
    return in;
  }

  @Test
  void aHandfulOfConnectionsIsNeverTurnedAway() {
    assertThat(letIn("windsor", 64)).isEqualTo(64);
  }

  @Test
  void whoFloodsIsTurnedAwayAndLeavesPlacesForOthers() {
    int flood = letIn("windsor", 1_000);
    assertThat(flood).isLessThan(Crowd.LEAST);
    assertThat(letIn("cleveland", 3)).isEqualTo(3);
    for (int i = 0; i < flood / 2; i++) {
      crowd.leave("windsor");
    }
    assertThat(letIn("cleveland", 20)).isEqualTo(20);
    assertThat(crowd.enter("windsor")).as("it has its half and more").isTrue();
    assertThat(letIn("windsor", 100)).as("not more than its half").isLessThan(Crowd.LEAST / 2);
  }

  @Test
  void whoeverLeavesMakesRoom() {
    int in = letIn("windsor", 1_000);
    assertThat(crowd.enter("windsor")).isFalse();
    crowd.leave("windsor");
    assertThat(crowd.enter("windsor")).isTrue();
    for (int i = 0; i < in; i++) {
      crowd.leave("windsor");
    }
    crowd.leave("windsor");
    assertThat(letIn("windsor", 1_000)).as("nobody is counted twice").isEqualTo(in);
  }

  @Test
  void moreAreLetInWhereMoreCanBeStored() {
    int before = letIn("windsor", 1_000);
    crowd.stored(1);
    now.addAndGet(200 * MILLISECOND);
    crowd.stored(1_000);
    assertThat(letIn("windsor", 1_000)).as("5,000 a second, 30 ms").isGreaterThan(100 - before);
  }

  @Test
  void aQuietTimeSaysNothingOfTheRate() {
    letIn("windsor", 10);
    crowd.stored(1);
    now.addAndGet(200 * MILLISECOND);
    crowd.stored(1_000_000);
    assertThat(letIn("windsor", 1_000)).isLessThan(Crowd.LEAST);
  }

  @Test
  void aLargePostTakesMorePlaces() {
    assertThat(Crowd.places(600)).isEqualTo(1);
    assertThat(Crowd.places(IncidentResource.LARGEST)).isEqualTo(9);
    assertThat(Crowd.places(1_000_000_000)).as("what is too large is not kept").isEqualTo(9);
    int in = 0;
    while (crowd.enter("windsor", 9)) {
      in++;
    }
    assertThat(in).isLessThan(10);
    crowd.resize("windsor", -8);
    assertThat(crowd.enter("windsor", 9)).as("one was smaller than it might be").isTrue();
    crowd.leave("windsor", 1);
    for (int i = 0; i < in; i++) {
      crowd.leave("windsor", 9);
    }
    assertThat(letIn("windsor", 64)).as("none is counted twice").isEqualTo(64);
  }

  @Test
  void theRateFallsWhileNothingIsStored() {
    int before = letIn("windsor", 60);
    crowd.stored(1);
    now.addAndGet(200 * MILLISECOND);
    crowd.stored(1_000);
    now.addAndGet(100_000 * MILLISECOND);
    assertThat(before + letIn("windsor", 1_000)).isLessThan(Crowd.LEAST);
    assertThat(Crowd.rate(5_000, 100 * MILLISECOND)).isEqualTo(5_000);
    assertThat(Crowd.rate(5_000, 500 * MILLISECOND)).isEqualTo(2_500);
  }

  @Test
  void aQuietNightDoesNotLowerTheRate() {
    letIn("windsor", 60);
    crowd.stored(1);
    now.addAndGet(200 * MILLISECOND);
    crowd.stored(1_000);
    for (int i = 0; i < 60; i++) {
      crowd.leave("windsor");
    }
    now.addAndGet(100_000 * MILLISECOND);
    assertThat(letIn("windsor", 1_000)).isGreaterThan(Crowd.LEAST);
  }

  @Test
  void howeverFastTheyAreStoredThereAreNeverMoreThanFitInMemory() {
    assertThat(Crowd.most(Crowd.LEAST, 1_000_000)).isEqualTo(Crowd.MOST);
    assertThat(Crowd.most(8, 0)).isEqualTo(8);
  }

  @Test
  void aPlaceIsHeldUntilItsConnectionAndItsThreadHaveLetGoOfIt() {
    assertThat(crowd.enter("?", 2)).isTrue();
    Place place = new Place(crowd, "?", 2);
    assertThat(place.hold()).isTrue();
    Crowd known = new Crowd(now::get, 2);
    assertThat(place.move(known, "windsor")).isTrue();
    place.letGo();
    assertThat(known.enter("windsor")).as("its post still waits").isFalse();
    place.letGo();
    assertThat(known.enter("windsor")).isTrue();
    assertThat(place.hold()).as("all have let go of it").isFalse();
  }

  @Test
  void aPlaceStaysWhereItIsWhereThereIsNoOther() {
    Crowd full = new Crowd(now::get, 1);
    assertThat(full.enter("windsor")).isTrue();
    assertThat(crowd.enter("?")).isTrue();
    Place place = new Place(crowd, "?", 1);
    assertThat(place.move(full, "windsor")).isFalse();
    place.letGo();
    full.leave("windsor");
    assertThat(full.enter("windsor")).isTrue();
  }

  @Test
  void theExpectedWaitDecides() {
    int most = Crowd.most(Crowd.LEAST, 5_000);
    assertThat(Crowd.admits(100, 100, 1, most)).as("20 ms").isTrue();
    assertThat(Crowd.admits(150, 150, 1, most)).as("30 ms").isFalse();
    assertThat(Crowd.admits(140, 1, 2, most)).as("a kept place").isTrue();
    assertThat(Crowd.admits(150, 0, 3, most)).as("no place at all").isFalse();
    assertThat(Crowd.admits(80, 80, 2, most)).as("its share").isFalse();
  }
}
