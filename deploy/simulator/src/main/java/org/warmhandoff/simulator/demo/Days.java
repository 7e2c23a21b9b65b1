package org.warmhandoff.simulator.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Where the play is: day and hour, what came in, how fast. */
final class Days {

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.of("America/Toronto"));
  private static final Duration REDRAWN = Duration.ofMillis(200);
  private static final Duration TOLD = Duration.ofSeconds(10);

  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource wallClock;
  private final Tally tally;
  private final Instant start;
  private final int days;
  private final Instant began;
  private Instant shown;

  Days(
      PrintStream out,
      boolean terminal,
      InstantSource wallClock,
      Tally tally,
      Instant start,
      int days) {
    this.out = out;
    this.terminal = terminal;
    this.wallClock = wallClock;
    this.tally = tally;
    this.start = start;
    this.days = days;
    this.began = wallClock.instant();
    this.shown = began;
  }

  void at(Instant simulated) {
    Instant now = wallClock.instant();
    if (Duration.between(shown, now).compareTo(terminal ? REDRAWN : TOLD) < 0) {
      return;
    }
    shown = now;
    double seconds = Math.max(0.001, Duration.between(began, now).toMillis() / 1000.0);
    long day = Duration.between(start, simulated).toDays() + 1;
    String line =
        String.format(
            Locale.ROOT,
            "%s, %s: %d incidents, %d domestic, %d pages, %d consents given, %d referrals  (%.0f incidents/s, %.0f s)",
            day > days ? "follow-up" : "day " + day + " of " + days,
            HOUR.format(simulated),
            tally.incidents,
            tally.domestic,
            tally.pages,
            tally.consentsGiven,
            tally.referralsSent,
            tally.incidents / seconds,
            seconds);
    if (terminal) {
      out.print("\r\u001b[2K" + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  void end() {
    if (terminal) {
      out.println();
    }
  }
}
