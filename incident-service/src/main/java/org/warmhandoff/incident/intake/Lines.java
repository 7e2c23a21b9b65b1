package org.warmhandoff.incident.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/** The lines of a stream of any length, one in memory at a time; empty lines are passed over. */
final class Lines {

  private static final int CHUNK = 64 * 1024;

  private final InputStream stream;
  private final int longest;
  private final byte[] buffer = new byte[CHUNK];
  private int from;
  private int to;
  private long number;

  Lines(InputStream stream, int longest) {
    this.stream = stream;
    this.longest = longest;
  }

  /**
   * A line.
   *
   * @param number counted from 1, empty lines included
   */
  record Line(long number, byte[] bytes, boolean tooLong) {

    /**
     * Its bytes.
     *
     * @throws Problem 413 where the line is longer than one report may be
     */
    byte[] content() {
      if (tooLong) {
        throw Problem.tooLarge("too-large", "A row is larger than this door takes.")
            .expected("at most 256 kB");
      }
      return bytes;
    }
  }

  /** Whether the next line is here whole; else to ask for it may be to wait for its sender. */
  boolean holdsLine() {
    return endOfLine() < to;
  }

  /** The number of the line that is being read. */
  long number() {
    return number;
  }

  /** The next line, or null at the end; what is too long is read over, not kept. */
  @Nullable Line next() throws IOException {
    while (true) {
      ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
      boolean tooLong = false;
      number++;
      if (!holds()) {
        return null;
      }
      for (boolean ended = false; !ended && holds(); ) {
        int end = endOfLine();
        int room = longest - line.size();
        line.write(buffer, from, Math.min(end - from, room));
        tooLong |= end - from > room;
        ended = end < to;
        from = ended ? end + 1 : end;
      }
      byte[] bytes = line.toByteArray();
      if (tooLong || !isBlank(bytes)) {
        return new Line(number, bytes, tooLong);
      }
    }
  }

  /** Whether there is anything more; waits for its sender where it has to. */
  private boolean holds() throws IOException {
    if (from == to) {
      int got = stream.read(buffer, 0, CHUNK);
      from = 0;
      to = Math.max(0, got);
    }
    return from < to;
  }

  /** Where in the buffer the line ends; at the buffer's end where it goes on after it. */
  private int endOfLine() {
    int at = from;
    while (at < to && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
