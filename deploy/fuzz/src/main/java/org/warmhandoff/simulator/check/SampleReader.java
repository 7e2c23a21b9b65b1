package org.warmhandoff.simulator.check;

import java.io.IOException;
import org.warmhandoff.fuzz.Answer;

/** Opens samples as {@code ./handoff check-cad} does before it sends them. */
public final class SampleReader {

  private static final String[] NAMES = {"sample.json", "sample.ndjson", "sample.json.gz"};
  private static final String[] HINTS = {"", Sample.EVENTS, Sample.LINES, "text/plain; charset=x"};

  private SampleReader() {}

  /** Opens an input as a file or as what an address answers; the first byte says which. */
  public static void read(byte[] input, Answer answer) {
    int choice = input.length == 0 ? 0 : input[0] & 0xff;
    try {
      Sample.of(NAMES[choice % NAMES.length], input, HINTS[choice % HINTS.length])
          .forEach(sample -> look(sample, answer));
      Sample.as(Sample.LINES, NAMES[0], input).forEach(sample -> look(sample, answer));
    } catch (IOException broken) {
      // Told with its words: that it cannot be opened.
      answer.says(broken.getMessage());
    }
  }

  private static void look(Sample sample, Answer answer) {
    answer.opened(sample.content().length);
    if (sample.documents() < 0 || sample.from() < 0) {
      throw new IllegalStateException("fewer than none");
    }
  }
}
