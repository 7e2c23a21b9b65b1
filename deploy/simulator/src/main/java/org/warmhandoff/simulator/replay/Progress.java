package org.warmhandoff.simulator.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * How far it is, how fast, how long yet: one line drawn over on a terminal, a plain line every few
 * seconds elsewhere.
 */
public final class Progress {

  private static final Duration REDRAWN = Duration.ofMillis(200);
  private static final Duration TOLD = Duration.ofSeconds(5);
  private static final int BAR = 30;

  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource wallClock;
  private final Instant began;
  private final int total;
  private final int atStart;
  private Instant shown;

  /** Progress towards a total, of which some was done before. */
  public Progress(
      PrintStream out, boolean terminal, InstantSource wallClock, int total, int atStart) {
    this.out = out;
    this.terminal = terminal;
    this.wallClock = wallClock;
    this.began = wallClock.instant();
    this.shown = began;
    this.total = total;
    this.atStart = atStart;
  }

  /** Shows it where the last showing is long enough ago. */
  public synchronized void at(int done, String note) {
    Instant now = wallClock.instant();
    if (Duration.between(shown, now).compareTo(terminal ? REDRAWN : TOLD) >= 0) {
      shown = now;
      show(line(done, note, now));
    }
  }

  /** Shows it one last time. */
  public synchronized void end(int done, String note) {
    show(line(done, note, wallClock.instant()));
    if (terminal) {
      out.println();
    }
  }

  private void show(String line) {
    if (terminal) {
      out.print("\r\u001b[2K" + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  private String line(int done, String note, Instant now) {
    double share = total == 0 ? 1 : (double) done / total;
    double seconds = Math.max(0.001, Duration.between(began, now).toMillis() / 1000.0);
    double rate = (done - atStart) / seconds;
    int filled = (int) Math.round(share * BAR);
    String left =
        done >= total
            ? "done in " + words(seconds)
            : rate > 0 ? words((total - done) / rate) + " left" : "…";
    return String.format(
        Locale.ROOT,
        "[%s%s] %3d%%  %d of %d  %.0f/s  %s%s",
        "#".repeat(filled),
        ".".repeat(BAR - filled),
        (int) (share * 100),
        done,
        total,
        rate,
        left,
        note.isEmpty() ? "" : "  " + note);
  }

  private static String words(double seconds) {
    Duration duration = Duration.ofSeconds(Math.round(seconds));
    return duration.toHours() > 0
        ? "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart())
        : duration.toMinutes() > 0
            ? "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart())
            : duration.toSeconds() + " s";
  }
}
