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

  /** One line of the table. */
  private record Line(String what, long own, Shown shown) {
    boolean differs() {
      return shown instanceof Shown.Count(long value) && value != own;
    }

    String analytics() {
      return switch (shown) {
        case Shown.Count(long value) -> Long.toString(value);
        case Shown.Hidden() -> "hidden";
        case Shown.None() -> "–";
      };
    }
  }

  private Report(List<String> surprises) {
    this.surprises = surprises;
  }

  static Report of(Play play, Released released) {
    Tally own = play.tally;
    Report report = new Report(play.surprises());
    report.line("incidents in", own.incidents, new Shown.None());
    report.line("domestic", own.domestic, new Shown.None());
    report.line(
        "eligible victims",
        own.eligible.size(),
        released.of("connected-share", "connected", "denominator"));
    report.line("victims paged for", own.paged.size(), new Shown.None());
    report.line("accepted by a worker", own.accepted.size(), new Shown.None());
    report.line(
        "connected (live contact)",
        own.connected.size(),
        released.of("connected-share", "connected", "numerator"));
    report.line("engaged", own.engaged(), released.of("outcome-mix", "referred", "denominator"));
    report.line(
        "  referred",
        own.withOutcome("referred"),
        released.of("outcome-mix", "referred", "numerator"));
    report.line(
        "  already supported",
        own.withOutcome("already-supported"),
        released.of("outcome-mix", "already-supported", "numerator"));
    report.line(
        "  declined",
        own.withOutcome("declined"),
        released.of("outcome-mix", "declined", "numerator"));
    report.line("consents asked", own.consentsAsked, new Shown.None());
    report.line("consents given", own.consentsGiven, new Shown.None());
    report.line(
        "referrals sent", own.referralsSent, released.of("referral-funnel", "created", "count"));
    report.line(
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

  private void line(String what, long own, Shown shown) {
    lines.add(new Line(what, own, shown));
  }

  /** Prints it; whether all that can be compared agrees and nothing was refused. */
  boolean print(PrintStream out) {
    out.printf("%n%-28s %10s %12s%n", "", "the play", "analytics");
    for (Line line : lines) {
      out.printf(
          Locale.ROOT,
          "%-28s %10d %12s%s%n",
          line.what(),
          line.own(),
          line.analytics(),
          line.differs() ? "   DIFFERS" : "");
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
    boolean agrees = lines.stream().noneMatch(Line::differs);
    if (!agrees) {
      out.println("\nThe play and the analytics service do not agree.");
    }
    return agrees && surprises.isEmpty();
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
