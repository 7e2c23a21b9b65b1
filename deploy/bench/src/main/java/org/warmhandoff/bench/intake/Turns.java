package org.warmhandoff.bench.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.warmhandoff.bench.ground.Doors;
import org.warmhandoff.bench.ground.Ground;
import org.warmhandoff.bench.ground.Installation;
import org.warmhandoff.bench.posting.Answers;
import org.warmhandoff.bench.posting.Callers;
import org.warmhandoff.bench.posting.Form;
import org.warmhandoff.bench.posting.Reports;

/** Pgbench, the service and the twin in turns, with reports of one kind. */
final class Turns {

  static final String TWINS = "bench_twin";
  static final String PGBENCHS = "bench_pgbench";

  /** Counts of pgbench's transactions: far enough apart that no run reaches the next one's. */
  private static final long APART = 1_000_000;

  private final Installation place;
  private final Ground ground;
  private final Reports reports;
  private final Effort effort;
  private final Ledger ledger;
  private final AtomicLong numbers;
  private final boolean withPgbench;

  Turns(
      Installation place,
      Reports reports,
      Effort effort,
      Ledger ledger,
      AtomicLong numbers,
      boolean withPgbench) {
    this.place = place;
    this.ground = place.ground();
    this.reports = reports;
    this.effort = effort;
    this.ledger = ledger;
    this.numbers = numbers;
    this.withPgbench = withPgbench;
  }

  /**
   * Posts a second in one round.
   *
   * @param pgbench not a number where it could not be run, or wrote other rows
   * @param twin not a number where it wrote more
   */
  record Round(double pgbench, double ours, double twin, List<String> differences) {

    double beside(double other) {
      return ours / other;
    }
  }

  /** Writes pgbench's script from what the service writes for one report of this kind. */
  static Path script(Installation place, Reports reports, int clients, AtomicLong numbers)
      throws IOException, SQLException, InterruptedException {
    String externalId = Reports.PREFIX + String.format(Locale.ROOT, "%010d", numbers.get());
    place.doors().post(reports.form(Instant.now()).filled(numbers.getAndIncrement()));
    Path file = place.ground().folder().resolve(reports.code() + ".sql");
    try (Connection connection = place.ground().superuser(Installation.OURS)) {
      Files.writeString(
          file, Script.of(Tables.writtenWith(connection, externalId), externalId, clients));
    }
    return file;
  }

  List<Round> run(Path script) throws IOException, SQLException, InterruptedException {
    List<Round> rounds = new ArrayList<>();
    say("warming up for %d s each", effort.warmUp());
    try (Callers ours = ours();
        Callers twin = twin()) {
      ledger.add(ours.oneAfterTheOther(effort.warmUp()));
      twin.oneAfterTheOther(effort.warmUp());
      Relaying.awaited(ground);
      for (int i = 1; i <= effort.rounds(); i++) {
        rounds.add(round(i, ours, twin, script));
      }
    }
    return rounds;
  }

  private Round round(int number, Callers ours, Callers twin, Path script)
      throws IOException, SQLException, InterruptedException {
    List<String> differences = new ArrayList<>();
    double pgbench = Double.NaN;
    Map<String, Double> pgbenchs = Map.of();
    if (withPgbench) {
      RowCounts before = prepared(PGBENCHS);
      Pgbench.Done done =
          new Pgbench(ground, PGBENCHS, script, effort.connections())
              .run(effort.seconds(), APART * (number + (long) effort.rounds() * reports.ordinal()));
      pgbenchs = RowCounts.of(ground, PGBENCHS).perPost(before, done.transactions());
      pgbench = done.perSecond();
    }

    RowCounts before = prepared(Installation.OURS);
    double cpu = place.used();
    Answers answers = ledger.add(ours.oneAfterTheOther(effort.seconds()));
    cpu = place.used() - cpu;
    Relaying relaying = Relaying.awaited(ground);
    Map<String, Double> rows = perPost(Installation.OURS, before, answers);
    check(answers, "the service");

    before = prepared(TWINS);
    Answers twins = twin.oneAfterTheOther(effort.seconds());
    Map<String, Double> twinRows = perPost(TWINS, before, twins);
    check(twins, "the twin");

    if (withPgbench) {
      RowCounts.differences(rows, pgbenchs).forEach(one -> differences.add("pgbench: " + one));
    }
    List<String> more = RowCounts.more(twinRows, rows);
    more.forEach(one -> differences.add("twin: " + one));
    Round round =
        new Round(
            differences.size() > more.size() ? Double.NaN : pgbench,
            answers.perSecond(),
            more.isEmpty() ? twins.perSecond() : Double.NaN,
            differences);
    say(
        "round %d: pgbench %,.0f/s, ours %,.0f/s (%.2f), twin %,.0f/s (%.1f times); "
            + "ours took %.0f µs of CPU a post, and %.1f s more to publish %,d rows",
        number,
        pgbench,
        round.ours(),
        round.beside(round.pgbench()),
        twins.perSecond(),
        round.beside(round.twin()),
        cpu * 1e6 / answers.accepted().cardinality(),
        relaying.seconds(),
        relaying.waiting());
    if (number == 1) {
      say("rows a post: %s", RowCounts.words(rows));
      say("of the twin: %s", RowCounts.words(twinRows));
    }
    differences.forEach(one -> say("NOT THE SAME ROWS, so not comparable: %s", one));
    return round;
  }

  private RowCounts prepared(String database) throws SQLException, InterruptedException {
    RowCounts counts = RowCounts.of(ground, database);
    ground.run("postgres", "checkpoint");
    return counts;
  }

  private Map<String, Double> perPost(String database, RowCounts before, Answers answers)
      throws SQLException {
    return RowCounts.of(ground, database).perPost(before, answers.accepted().cardinality());
  }

  private static void check(Answers answers, String who) {
    if (answers.accepted().isEmpty() || answers.wrong() > 0) {
      System.out.println("  " + who + ": " + answers.wrongInWords());
    }
  }

  private Callers ours() throws IOException, InterruptedException {
    Doors doors = place.doors();
    return callers(doors.oursPort(), Doors.OUR_PATH);
  }

  private Callers twin() throws IOException, InterruptedException {
    return callers(place.doors().twinPort(), Doors.TWIN_PATH);
  }

  private Callers callers(int port, String path) throws IOException, InterruptedException {
    Form request = reports.request(Instant.now(), port, path, place.doors().cadToken());
    return new Callers(port, request, effort.connections(), numbers);
  }

  private void say(String what, Object... values) {
    System.out.println("… " + reports.words() + ": " + String.format(Locale.ROOT, what, values));
  }
}
