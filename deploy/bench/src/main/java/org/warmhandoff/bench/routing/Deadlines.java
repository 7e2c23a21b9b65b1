package org.warmhandoff.bench.routing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.warmhandoff.bench.ground.Installation;
import org.warmhandoff.bench.measure.Bar;
import org.warmhandoff.bench.measure.Percentiles;

/**
 * Pages that nobody answers, whose deadlines fall due evenly, so many each second; each is timed
 * from its deadline until the page of the next worker is committed.
 */
final class Deadlines {

  private static final String PROGRAM = "bench-follow-up";
  private static final int WORKERS = 20;
  private static final double LATEST_MILLIS = 1_000;

  /** Seconds from writing the deadlines until the first is due. */
  private static final int LEAD = 3;

  private final Installation place;
  private final Duty duty;
  private final int due;

  Deadlines(Installation place, int due) {
    this.place = place;
    this.duty = new Duty(place);
    this.due = due;
  }

  List<Bar> run(int warmUp, int open) throws IOException, SQLException, InterruptedException {
    duty.program(PROGRAM, "follow-up", "follow-up", "incident-open", "PT4H", WORKERS);
    duty.report("D", 1, false);
    duty.await(
        "the first call has its page",
        "select count(*) from page where program = '" + PROGRAM + "'",
        1);
    // The template's own row is the model; only then may its deadline be no copy's.
    fallDue("warm", warmUp * due / 2, due / 2.0);
    awaitFired("warm");
    double before = place.usedByRouting();
    fallDue("counted", open, due);
    awaitFired("counted");
    Duty.say(
        "deadlines: %,d open, %d due each second; routing took %.2f of two cores",
        open, due, (place.usedByRouting() - before) / ((double) open / due + LEAD));
    return bars(open);
  }

  private void awaitFired(String batch) throws SQLException, InterruptedException {
    try {
      duty.await(
          "every deadline has fired",
          "select count(*) from page p join bench_"
              + batch
              + " b on b.assignment = p.assignment"
              + " where p.attempt = 2",
          Long.parseLong(
              place.ground().text(Installation.ROUTING, "select count(*) from bench_" + batch)));
    } catch (IllegalStateException late) {
      Duty.say("deadlines: %s", late);
    }
  }

  /**
   * Writes assignments as the service wrote its one, under other ids, each offered to one worker or
   * another, with deadlines from a moment on.
   */
  private void fallDue(String batch, int count, double perSecond) throws SQLException {
    String table = "bench_" + batch;
    String of =
        " cross join " + table + " b where t.assignment = (select assignment from bench_model)";
    place
        .ground()
        .run(
            Installation.ROUTING,
            "create table if not exists bench_model as select assignment, incident, staff from page"
                + " where program = '"
                + PROGRAM
                + "' and attempt = 1 limit 1",
            String.format(
                Locale.ROOT,
                "create table %s as select n, gen_random_uuid() as incident, gen_random_uuid() as"
                    + " assignment, clock_timestamp() as due, (select (array_agg(s.staff order by"
                    + " s.staff))[1 + n %% %d] from (select distinct staff from shift"
                    + " where '%s' = any (programs)) s) as staff"
                    + " from generate_series(1, %d) n",
                table,
                WORKERS,
                PROGRAM,
                count),
            // the rows are written first, and are due only then
            copy(
                "routing",
                "null",
                " cross join "
                    + table
                    + " b where t.incident = (select incident from bench_model)"),
            copy(
                "assignment",
                "null",
                " cross join " + table + " b where t.id = (select assignment from bench_model)"),
            copy("page", "null", of),
            copy("hold", "null", of),
            String.format(
                Locale.ROOT,
                "update %s set due = date_trunc('milliseconds', clock_timestamp()) + interval '%d"
                    + " s' + n * interval '%.6f s'",
                table,
                LEAD,
                1 / perSecond),
            "update page t set answer_by = b.due from "
                + table
                + " b where b.assignment = t.assignment",
            "update assignment t set state = jsonb_set(state, '{answerBy}', to_jsonb(to_char(b.due at"
                + " time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'))) from "
                + table
                + " b where b.assignment = t.id",
            copy("deadline", "jsonb_build_object('due_at', b.due)", of),
            "analyze routing, assignment, page, hold, deadline");
    Duty.say("deadlines: %,d %s, %.0f due each second", count, batch, perSecond);
  }

  private static String copy(String table, String changed, String of) {
    return "insert into %1$s select (jsonb_populate_record(null::%1$s, replace(replace(replace("
            .formatted(table)
        + "to_jsonb(t)::text, m.incident::text, b.incident::text), m.assignment::text,"
        + " b.assignment::text), m.staff::text, b.staff::text)::jsonb || coalesce("
        + changed
        + ", '{}'::jsonb))).* from "
        + table
        + " t cross join bench_model m"
        + of;
  }

  private List<Bar> bars(int open) throws SQLException {
    List<Long> micros = new ArrayList<>();
    try (Connection connection = place.ground().superuser(Installation.ROUTING);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select (extract(epoch from pg_xact_commit_timestamp(p.xmin) - b.due) * 1000000)"
                    + "::bigint from bench_counted b join page p on p.assignment = b.assignment"
                    + " where p.attempt = 2")) {
      while (rows.next()) {
        micros.add(rows.getLong(1));
      }
    }
    Percentiles all = Percentiles.of(micros.stream().mapToLong(Long::longValue).toArray());
    Duty.say(
        "deadlines: fired p50 %.0f ms, p99 %.0f ms, latest %.0f ms after their time, earliest %.0f",
        all.at(50) / 1e3, all.at(99) / 1e3, all.at(100) / 1e3, all.at(0) / 1e3);
    return List.of(
        Bar.atMost("routing-deadline-latest-ms", all.at(100) / 1e3, LATEST_MILLIS),
        Bar.atLeast("routing-deadline-earliest-ms", all.at(0) / 1e3, 0),
        Bar.atMost("routing-deadlines-not-fired", open - micros.size(), 0),
        Bar.atMost(
            "routing-deadlines-fired-twice",
            Long.parseLong(
                place
                    .ground()
                    .text(
                        Installation.ROUTING,
                        "select count(*) from page p join bench_counted b"
                            + " on b.assignment = p.assignment where p.attempt > 2")),
            0));
  }
}
