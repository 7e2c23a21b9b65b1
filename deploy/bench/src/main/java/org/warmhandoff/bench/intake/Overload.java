package org.warmhandoff.bench.intake;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.warmhandoff.bench.ground.Doors;
import org.warmhandoff.bench.ground.Installation;
import org.warmhandoff.bench.posting.Answers;
import org.warmhandoff.bench.posting.Callers;
import org.warmhandoff.bench.posting.Form;
import org.warmhandoff.bench.posting.Reports;
import org.warmhandoff.bench.posting.Timetable;
import org.warmhandoff.bench.posting.Waits;

/** Far more posts than the service can carry, by callers who wait for nobody. */
record Overload(Effort effort, double times, int connections, long seed) {

  /**
   * Seconds of overload before those that count: turning posts away is code that never ran before,
   * and what is slow about that is told by itself.
   */
  private static final int ONSET = 5;

  /**
   * What came of it.
   *
   * @param offered posts a second
   * @param p99 of accepted posts, from when each was to be sent, milliseconds; no number for none
   * @param wrong posts that were answered neither 201 nor 429 with Retry-After
   */
  record Result(double offered, double accepted, int refused, double p99, int wrong) {}

  /**
   * Runs it.
   *
   * @param carried posts a second the service can carry; 0 where it is still to be measured
   */
  Result run(Installation place, Ledger ledger, AtomicLong numbers, double carried)
      throws IOException, SQLException, InterruptedException {
    Doors doors = place.doors();
    Form request =
        Reports.ALONE.request(Instant.now(), doors.oursPort(), Doors.OUR_PATH, doors.cadToken());
    double rate = times * (carried > 0 ? carried : carried(place, request, ledger, numbers));
    say("overload: %,.0f posts a second on up to %,d connections", rate, connections);
    place.ground().run("postgres", "checkpoint");
    Answers answers;
    int wrong;
    try (Callers callers = new Callers(doors.oursPort(), request, connections, numbers)) {
      Answers onset = ledger.add(callers.asTheyCome(Timetable.of(rate, ONSET, seed + 1)));
      tell("its first " + ONSET + " s", onset);
      answers = ledger.add(callers.asTheyCome(Timetable.of(rate, effort.seconds(), seed)));
      wrong = onset.wrong() + answers.wrong();
    }
    double p99 = tell("then", answers);
    Relaying.awaited(place.ground());
    return new Result(rate, answers.perSecond(), answers.refused().cardinality(), p99, wrong);
  }

  /** Tells of it; answers the 99th percentile of those accepted, in milliseconds. */
  private static double tell(String when, Answers answers) {
    Waits waits = answers.waits();
    say(
        "overload, %s: %,.0f/s accepted (p50 %.0f ms, p99 %.0f ms, longest %.0f ms), %,d refused"
            + " (p50 %.0f ms, p99 %.0f ms); sent late: p99 %.0f ms; wrong: %s",
        when,
        answers.perSecond(),
        waits.at(50),
        waits.at(99),
        waits.at(100),
        answers.refused().cardinality(),
        answers.refusals().at(50),
        answers.refusals().at(99),
        answers.late().at(99),
        answers.wrongInWords());
    return waits.at(99);
  }

  private double carried(Installation place, Form request, Ledger ledger, AtomicLong numbers)
      throws IOException, SQLException, InterruptedException {
    say("what it can carry, first: %d s after %d s", effort.seconds(), effort.warmUp());
    try (Callers callers =
        new Callers(place.doors().oursPort(), request, effort.connections(), numbers)) {
      ledger.add(callers.oneAfterTheOther(effort.warmUp()));
      double carried = ledger.add(callers.oneAfterTheOther(effort.seconds())).perSecond();
      Relaying.awaited(place.ground());
      return carried;
    }
  }

  private static void say(String what, Object... values) {
    System.out.println("… " + String.format(Locale.ROOT, what, values));
  }
}
