package org.warmhandoff.simulator.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.warmhandoff.simulator.demo.Released.Shown;

/** How the demo ends: what the play counted beside what the analytics service answers. */
final class Report {

  private static final int SURPRISES_SHOWN = 10;

  private final List<Line> lines = new ArrayList<>();
  private final List<String> closing = new ArrayList<>();
  private final List<String> surprises;
  private final long threshold;

  private Report(List<String> surprises, long threshold) {
    this.surprises = surprises;
    this.threshold = threshold;
  }

  static Report of(Play play, Released released) {
    Tally own = play.tally;
    Report report = new Report(play.surprises(), released.threshold());
    report.lines.add(Line.alone("incidents in", own.incidents));
    report.lines.add(Line.alone("domestic", own.domestic));
    report.compare(
        "eligible victims",
        own.eligible.size(),
        released.of("connected-share", "connected", "denominator"));
    report.lines.add(Line.alone("victims paged for", own.paged.size()));
    report.lines.add(Line.alone("accepted by a worker", own.accepted.size()));
    report.compare(
        "connected (live contact)",
        own.connected.size(),
        released.of("connected-share", "connected", "numerator"));
    report.compare("engaged", own.engaged(), released.of("outcome-mix", "referred", "denominator"));
    report.compare(
        "  referred",
        own.withOutcome("referred"),
        released.of("outcome-mix", "referred", "numerator"));
    report.compare(
        "  already supported",
        own.withOutcome("already-supported"),
        released.of("outcome-mix", "already-supported", "numerator"));
    report.compare(
        "  declined",
        own.withOutcome("declined"),
        released.of("outcome-mix", "declined", "numerator"));
    report.lines.add(Line.alone("consents asked", own.consentsAsked));
    report.lines.add(Line.alone("consents given", own.consentsGiven));
    report.compare(
        "referrals sent", own.referralsSent, released.of("referral-funnel", "created", "count"));
    report.compare(
        "referrals accepted",
        own.referralsAccepted.size(),
        released.of("referral-funnel", "accepted", "numerator"));
    report.closing.add(
        "share of victims connected: %s of the play, release %s says %s"
            .formatted(
                percent(own.connected.size(), own.eligible.size()),
                released.name(),
                share(released)));
    return report;
  }

  Report closing(String line) {
    closing.add(line);
    return this;
  }

  private void compare(String what, long own, Shown shown) {
    lines.add(Line.compared(what, own, shown));
  }

  /** Prints it; whether all that can be compared agrees and nothing was refused. */
  boolean print(PrintStream out) {
    out.printf("%n%-28s %10s %12s%n", "", "the play", "analytics");
    boolean smallOnes = hasSmallOnes();
    for (Line line : lines) {
      out.printf(
          Locale.ROOT,
          "%-28s %10d %12s%s%n",
          line.what(),
          line.own(),
          line.analytics(),
          line.differs(smallOnes) ? "   DIFFERS" : "");
    }
    out.println("(hidden: too few to show without telling of someone; –: not among its measures)");
    out.println();
    closing.forEach(out::println);
    if (!surprises.isEmpty()) {
      out.printf("%n%d things happened that should not have:%n", surprises.size());
      surprises.stream()
          .distinct()
          .limit(SURPRISES_SHOWN)
          .forEach(what -> out.println("  " + what));
    }
    boolean agrees = lines.stream().noneMatch(line -> line.differs(smallOnes));
    if (!agrees) {
      out.println("\nThe play and the analytics service do not agree.");
    }
    return agrees && surprises.isEmpty();
  }

  /** Whether a figure, or what is left of a whole without it, is too small to be shown. */
  private boolean hasSmallOnes() {
    return lines.stream()
        .filter(Line::isCompared)
        .anyMatch(
            part ->
                part.isSmall(threshold)
                    || lines.stream()
                        .filter(Line::isCompared)
                        .anyMatch(whole -> whole.leaves(part, threshold)));
  }

  private static String share(Released released) {
    Shown connected = released.of("connected-share", "connected", "numerator");
    Shown eligible = released.of("connected-share", "connected", "denominator");
    return connected instanceof Shown.Count(long part)
            && eligible instanceof Shown.Count(long whole)
        ? percent(part, whole)
        : "it is hidden";
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "none" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  static String words(Duration duration) {
    return "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }
}
