package org.warmhandoff.eventing.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock in a file, shared by the processes that map it: 24 bytes, big-endian. Bytes 0–7 mode (0
 * ticks with the wall clock plus an offset, 1 stands still), 8–15 the offset or the epoch
 * milliseconds, 16–23 a sequence that is raised after each move. Moves forward only; lies in a file
 * so that a restart of any process does not move it back.
 */
public final class ClockFile implements InstantSource {

  private static final int SIZE = 24;
  private static final long TICKING = 0;
  private static final long FROZEN = 1;

  /** An offset is below it, an instant (after 2001) above: neither is ever read as the other. */
  private static final long APART = 1_000_000_000_000L;

  private static final int READ_ATTEMPTS = 1_000_000;

  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final Path file;
  private final ByteBuffer map;
  private final InstantSource wall;

  private ClockFile(Path file, ByteBuffer map, InstantSource wall) {
    this.file = file;
    this.map = map;
    this.wall = wall;
  }

  /** Opens the file, creating one that ticks with the wall clock where there is none. */
  public static ClockFile open(Path file) {
    return open(file, InstantSource.system());
  }

  static ClockFile open(Path file, InstantSource wall) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        // Zeroes, which a longer file gets, are a clock that ticks with the wall clock.
        return new ClockFile(file, channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE), wall);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("clock file " + file, e);
    }
  }

  /** The business instant, to the millisecond. */
  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    State state = state();
    return state.mode() == FROZEN ? state.value() : wall.millis() + state.value();
  }

  /** Whether the clock stands still until it is moved. */
  public boolean isFrozen() {
    return state().mode() == FROZEN;
  }

  /** Changes with every move; never with the mere passing of time. */
  public long sequence() {
    return (long) LONG.getVolatile(map, 16);
  }

  /**
   * Stands still at this instant from now on.
   *
   * @throws IllegalArgumentException where that is before the clock's instant
   */
  public void freezeAt(Instant instant) {
    write(FROZEN, instant);
  }

  /**
   * Ticks on from this instant.
   *
   * @throws IllegalArgumentException where that is before the clock's instant
   */
  public void tickFrom(Instant instant) {
    write(TICKING, instant);
  }

  /**
   * Starts the clock of an empty data folder: the one move that may go back, because nothing has
   * happened yet.
   */
  public void startAt(Instant instant, boolean frozen) {
    locked(() -> put(frozen ? FROZEN : TICKING, instant));
  }

  private void write(long mode, Instant instant) {
    locked(
        () -> {
          if (instant.toEpochMilli() < millis()) {
            throw new IllegalArgumentException(
                "the clock moves forward only: it is " + instant() + ", not before " + instant);
          }
          put(mode, instant);
        });
  }

  private void put(long mode, Instant instant) {
    long value = mode == FROZEN ? instant.toEpochMilli() : instant.toEpochMilli() - wall.millis();
    if (mode == FROZEN ? value < APART : Math.abs(value) >= APART) {
      throw new IllegalArgumentException("not an instant for a clock: " + instant);
    }
    LONG.setVolatile(map, 8, value);
    LONG.setVolatile(map, 0, mode);
    LONG.setVolatile(map, 16, sequence() + 1);
  }

  private synchronized void locked(Runnable write) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assert lock.isValid();
      write.run();
    } catch (IOException e) {
      throw new UncheckedIOException("clock file " + file, e);
    }
  }

  /** A mode with the other mode's value is a writer at work, and is over in a moment. */
  private State state() {
    for (int attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
      State state = new State((long) LONG.getVolatile(map, 0), (long) LONG.getVolatile(map, 8));
      if (state.plausible()) {
        return state;
      }
      Thread.onSpinWait();
    }
    throw new IllegalStateException("the clock file " + file + " holds no instant");
  }

  private record State(long mode, long value) {
    boolean plausible() {
      return mode == FROZEN ? value >= APART : mode == TICKING && Math.abs(value) < APART;
    }
  }
}
