package org.warmhandoff.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.warmhandoff.console.problem.Problem;

/**
 * Runs one reading and holds it to what every reader promises: it reads, or it refuses in words
 * that are no server's fault and say nothing of the input, and it works no more for an input than
 * its length allows. Work is measured in what is allocated, which no busy machine changes.
 */
final class Judge {

  /** Buffers and factories that every reading makes anew. */
  private static final long BYTES_AT_LEAST = 16L * 1024 * 1024;

  /** A check may read its document forty times, into trees of small objects. */
  private static final long BYTES_A_BYTE = 4_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Judge() {}

  /** What reads. */
  @FunctionalInterface
  interface Reader {

    /**
     * Reads one input, and tells what a caller would be told.
     *
     * @throws Problem what it is refused with
     */
    void read(byte[] input, Answer answer) throws IOException;
  }

  /**
   * Reads one input.
   *
   * @throws Breach where a promise is broken; whatever else is thrown breaks one as well
   */
  static void hold(byte[] input, Reader reader) throws IOException {
    Answer answer = new Answer(input);
    if (beyond(input, reader, answer) > 0) {
      // What is made once, when classes are first used, is not made for this input.
      long beyond = beyond(input, reader, new Answer(input));
      if (beyond > 0) {
        throw new Breach(beyond + " bytes more are allocated than the input's length allows");
      }
    }
    answer.holdsNothingOfTheInput();
  }

  /** Reads, and says by how many bytes that was too much work. */
  private static long beyond(byte[] input, Reader reader, Answer answer) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      reader.read(input, answer);
    } catch (Problem refused) {
      answer.refused(refused);
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    return allocated - BYTES_AT_LEAST - BYTES_A_BYTE * answer.bytes();
  }
}
