package org.warmhandoff.bench.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.warmhandoff.bench.ground.Doors;
import org.warmhandoff.bench.ground.Installation;
import org.warmhandoff.bench.measure.Bar;
import org.warmhandoff.bench.posting.Reports;

/** All phases on one installation. */
record IntakeBench(
    Effort effort, Set<Phase> phases, int streams, double times, int most, List<String> flags) {

  /** What can be measured by itself. */
  enum Phase {
    /** Single posts without persons, beside pgbench and the twin. */
    POSTS,
    /** The same with two persons each. */
    TWO_PERSONS,
    /** Streams of lines. */
    LINES,
    /** More than can be carried. */
    OVERLOAD
  }

  private static final long SEED = 20_260_101;

  /**
   * What came of it all.
   *
   * @param rounds by kind of report
   */
  record Result(
      Map<Reports, List<Turns.Round>> rounds,
      List<Streams.Result> lines,
      Optional<Overload.Result> overload,
      Ledger ledger,
      Stored stored) {

    List<Bar> bars() {
      List<Bar> bars = new ArrayList<>();
      rounds.forEach((reports, all) -> bars.addAll(Bars.of(reports, all)));
      if (!lines.isEmpty()) {
        bars.add(Bars.lines(lines));
      }
      overload.ifPresent(result -> bars.addAll(Bars.of(result)));
      bars.addAll(Bars.of(ledger, stored));
      return bars;
    }
  }

  Result run() throws IOException, SQLException, InterruptedException {
    say("starting the database, the broker, the identity provider and the service");
    Optional<String> pgbench = Pgbench.version();
    say(
        "%s",
        pgbench.orElse(
            "NO pgbench HERE (Debian: postgresql-contrib): what is measured beside it falls short"));
    AtomicLong numbers = new AtomicLong();
    Ledger ledger = new Ledger();
    Map<Reports, List<Turns.Round>> rounds = new EnumMap<>(Reports.class);
    List<Streams.Result> lines = new ArrayList<>();
    Optional<Overload.Result> overload = Optional.empty();
    try (Installation place = new Installation(flags)) {
      place.doors().setUp();
      Map<Reports, Path> scripts = new EnumMap<>(Reports.class);
      for (Reports reports : kinds()) {
        scripts.put(reports, Turns.script(place, reports, effort.connections(), numbers));
      }
      if (!scripts.isEmpty()) {
        say("copying the database and starting the twin");
        place.copy(Turns.TWINS, Turns.PGBENCHS);
      }
      for (Map.Entry<Reports, Path> kind : scripts.entrySet()) {
        Turns turns = new Turns(place, kind.getKey(), effort, ledger, numbers, pgbench.isPresent());
        rounds.put(kind.getKey(), turns.run(kind.getValue()));
      }
      if (phases.contains(Phase.LINES)) {
        for (int i = 1; i <= effort.rounds(); i++) {
          lines.add(ledger.add(lines(place, numbers, i)));
        }
      }
      if (phases.contains(Phase.OVERLOAD)) {
        double carried =
            Bars.median(
                rounds.getOrDefault(Reports.ALONE, List.of()).stream()
                    .mapToDouble(Turns.Round::ours)
                    .toArray());
        overload =
            Optional.of(
                new Overload(effort, times, most, SEED)
                    .run(place, ledger, numbers, Double.isNaN(carried) ? 0 : carried));
      }
      say("looking for everything that was accepted");
      Stored stored = Stored.in(place.ground());
      say(
          "%,d posts and lines accepted, %,d lost",
          ledger.accepted().cardinality(), stored.lost(ledger.accepted()));
      return new Result(rounds, lines, overload, ledger, stored);
    }
  }

  private List<Reports> kinds() {
    List<Reports> kinds = new ArrayList<>();
    if (phases.contains(Phase.POSTS)) {
      kinds.add(Reports.ALONE);
    }
    if (phases.contains(Phase.TWO_PERSONS)) {
      kinds.add(Reports.WITH_PERSONS);
    }
    return kinds;
  }

  private Streams.Result lines(Installation place, AtomicLong numbers, int round)
      throws IOException, SQLException, InterruptedException {
    Doors doors = place.doors();
    place.ground().run("postgres", "checkpoint");
    Streams.Result result =
        new Streams(
                doors.oursPort(),
                Reports.streamHead(doors.oursPort(), doors.cadToken()),
                Reports.ALONE.line(Instant.now()),
                numbers)
            .run(streams, round == 1 ? effort.warmUp() : 2, effort.seconds());
    Relaying relaying = Relaying.awaited(place.ground());
    say(
        "lines, round %d: %,.0f/s in %d streams, %d answered otherwise; %.1f s more to publish %,d rows",
        round,
        result.perSecond(),
        streams,
        result.others(),
        relaying.seconds(),
        relaying.waiting());
    return result;
  }

  private static void say(String what, Object... values) {
    System.out.println("… " + String.format(Locale.ROOT, what, values));
  }
}
