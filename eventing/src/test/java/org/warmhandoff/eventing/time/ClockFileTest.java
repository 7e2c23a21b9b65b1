package org.warmhandoff.eventing.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockFileTest {

  private static final Instant WALL = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant LATER = Instant.parse("2031-03-08T06:59:59.123Z");

  @TempDir private Path folder;

  @Test
  void ticksWithTheWallUntilItIsMoved() {
    ClockFile clock = open();
    assertThat(clock.instant()).isEqualTo(WALL);
    clock.tickFrom(LATER);
    assertThat(clock.instant()).isEqualTo(LATER);
    assertThat(open().instant()).as("a restart does not move it").isEqualTo(LATER);
  }

  @Test
  void standsStillWhereItIsFrozen() {
    ClockFile clock = ClockFile.open(folder.resolve("clock"));
    clock.freezeAt(LATER);
    assertThat(clock.instant()).isEqualTo(LATER);
    assertThat(clock.isFrozen()).isTrue();
  }

  @Test
  void neverGoesBack() {
    ClockFile clock = open();
    clock.freezeAt(LATER);
    assertThatThrownBy(() -> clock.freezeAt(LATER.minusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> clock.tickFrom(LATER.minusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.instant()).isEqualTo(LATER);
  }

  @Test
  void anEmptyFolderMayStartInThePast() {
    ClockFile clock = open();
    Instant past = Instant.parse("2018-06-01T00:00:00Z");
    clock.startAt(past, true);
    assertThat(clock.instant()).isEqualTo(past);
    clock.tickFrom(past.plusSeconds(1));
    assertThat(clock.instant()).isEqualTo(past.plusSeconds(1));
  }

  /** The layout is what other programs write. */
  @Test
  void isThreeBigEndianLongs() throws IOException {
    ClockFile clock = open();
    clock.freezeAt(LATER);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("clock")));
    assertThat(bytes.getLong()).isEqualTo(1);
    assertThat(bytes.getLong()).isEqualTo(LATER.toEpochMilli());
    assertThat(bytes.getLong()).isEqualTo(1);
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void aReaderNeverSeesHalfAMove() throws InterruptedException {
    ClockFile writer = open();
    ClockFile reader = open();
    AtomicBoolean done = new AtomicBoolean();
    Thread moving =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int i = 1; i <= 3_000; i++) {
                    Instant next = WALL.plusSeconds(i);
                    if (i % 2 == 0) {
                      writer.freezeAt(next);
                    } else {
                      writer.tickFrom(next);
                    }
                  }
                  done.set(true);
                });
    Instant last = WALL;
    while (!done.get()) {
      Instant now = reader.instant();
      assertThat(now).isBetween(last, WALL.plusSeconds(3_000));
      last = now;
    }
    moving.join();
  }

  @Test
  void aMoveWakesTheListeners() throws Exception {
    ClockFile file = ClockFile.open(folder.resolve("clock"));
    try (MovableClock clock = new MovableClock(file).start()) {
      CountDownLatch woken = new CountDownLatch(1);
      clock.onMove(
          () -> {
            throw new IllegalStateException("one that fails does not stop the others");
          });
      clock.onMove(woken::countDown);
      Instant before = clock.instant();
      ClockFile.open(folder.resolve("clock")).tickFrom(before.plus(Duration.ofHours(8)));
      assertThat(woken.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(clock.instant()).isAfterOrEqualTo(before.plus(Duration.ofHours(8)));
    }
  }

  private ClockFile open() {
    return ClockFile.open(folder.resolve("clock"), InstantSource.fixed(WALL));
  }
}
