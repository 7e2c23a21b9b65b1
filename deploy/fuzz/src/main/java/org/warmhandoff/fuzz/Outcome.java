package org.warmhandoff.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of feeding one target.
 *
 * @param runs how many inputs were read
 * @param coverage how many branches of the readers were reached
 * @param findings what was thrown, once each
 * @param ended whether it ran to its end
 */
record Outcome(String target, long runs, long coverage, List<String> findings, boolean ended) {

  Outcome {
    findings = List.copyOf(findings);
  }

  boolean clean() {
    return findings.isEmpty() && ended && runs > 0;
  }

  @Override
  public String toString() {
    String line =
        "%-8s %,12d runs  coverage %,6d  findings %d"
            .formatted(target, runs, coverage, findings.size());
    return ended ? line : line + "  (did not run to its end)";
  }

  /** Reads the outcome out of what libFuzzer and Jazzer print, line by line. */
  static final class Listener {

    private static final Pattern STATUS =
        Pattern.compile("#(\\d+)\\s+(\\w+)\\s+cov: (\\d+) ft: \\d+.*");

    private static final String THROWN = "== Java Exception: ";
    private static final Pattern FAILED = Pattern.compile("==\\d+== ERROR: libFuzzer: (.*)");
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in \\d+ second.*");

    private final String target;
    private final Consumer<String> told;
    private final List<String> findings = new ArrayList<>();
    private long runs;
    private long coverage;
    private boolean ended;

    /**
     * Listens for one target.
     *
     * @param told hears how it goes on, seldom enough to be read
     */
    Listener(String target, Consumer<String> told) {
      this.target = target;
      this.told = told;
    }

    void hear(String printed) {
      String line = printed.startsWith("INFO: ") ? printed.substring(6) : printed;
      Matcher status = STATUS.matcher(line);
      Matcher done = DONE.matcher(line);
      Matcher failed = FAILED.matcher(line);
      if (status.matches()) {
        runs = Math.max(runs, Long.parseLong(status.group(1)));
        coverage = Math.max(coverage, Long.parseLong(status.group(3)));
        if (!status.group(2).equals("NEW") && !status.group(2).equals("REDUCE")) {
          told.accept("  %,d runs, coverage %,d".formatted(runs, coverage));
        }
      } else if (line.startsWith(THROWN)) {
        find(line.substring(THROWN.length()));
      } else if (failed.matches()) {
        find(failed.group(1));
      } else if (done.matches()) {
        runs = Math.max(runs, Long.parseLong(done.group(1)));
        ended = true;
      }
    }

    private void find(String what) {
      findings.add(what);
      told.accept("  FOUND: " + what);
    }

    /**
     * What came of it.
     *
     * @param status the process's exit status
     */
    Outcome outcome(int status) {
      return new Outcome(
          target, runs, coverage, findings, (ended && status == 0) || !findings.isEmpty());
    }
  }
}
