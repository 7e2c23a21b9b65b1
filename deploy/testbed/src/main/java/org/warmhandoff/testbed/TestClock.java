package org.warmhandoff.testbed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Moves the business time of the services under test, forward only. Tokens, back-off and Kafka's
 * timestamps stay with the wall clock.
 *
 * <p>The file holds three big-endian longs: mode (0 ticking, 1 frozen), milliseconds (offset to the
 * wall clock when ticking, since the epoch when frozen), and a sequence that is raised after each
 * change.
 */
public final class TestClock {

  private static final int SIZE = 24;
  private static final long TICKING = 0;
  private static final long FROZEN = 1;
  private static final InstantSource WALL = InstantSource.system();

  private TestClock() {}

  /** Business time as the services see it, to the millisecond. */
  public static Instant now() {
    return read(file()).now();
  }

  /** Moves business time on; a frozen clock stays frozen, a ticking one goes on ticking. */
  public static void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("business time moves forward only");
    }
    State state = read(file());
    write(new State(state.mode(), state.millis() + by.toMillis(), state.sequence() + 1));
  }

  /** Stops business time at an instant that is not in its past. */
  public static void freezeAt(Instant instant) {
    State state = read(file());
    if (instant.isBefore(state.now())) {
      throw new IllegalArgumentException("business time moves forward only");
    }
    write(new State(FROZEN, instant.toEpochMilli(), state.sequence() + 1));
  }

  /** Stops business time where it is. */
  public static Instant freeze() {
    Instant now = now();
    State state = read(file());
    write(new State(FROZEN, now.toEpochMilli(), state.sequence() + 1));
    return now;
  }

  /** Lets business time run again, from where it stands. */
  public static void run() {
    State state = read(file());
    long offset = state.now().toEpochMilli() - WALL.millis();
    write(new State(TICKING, offset, state.sequence() + 1));
  }

  static void create(Path file) throws IOException {
    Files.write(file, new byte[SIZE]);
  }

  private static Path file() {
    return Stack.start().clockFile();
  }

  private static State read(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return new State(bytes.getLong(), bytes.getLong(), bytes.getLong());
    } catch (IOException e) {
      throw new IllegalStateException("the clock cannot be read", e);
    }
  }

  private static void write(State state) {
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      ByteBuffer time =
          ByteBuffer.allocate(16).putLong(state.mode()).putLong(state.millis()).flip();
      channel.write(time, 0);
      // Readers take a new time only with a new sequence, so it is written last.
      channel.write(ByteBuffer.allocate(8).putLong(state.sequence()).flip(), 16);
    } catch (IOException e) {
      throw new IllegalStateException("the clock cannot be moved", e);
    }
  }

  private record State(long mode, long millis, long sequence) {
    Instant now() {
      return Instant.ofEpochMilli(mode == FROZEN ? millis : WALL.millis() + millis);
    }
  }
}
