package org.warmhandoff.bench.routing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.warmhandoff.bench.ground.Doors;
import org.warmhandoff.bench.ground.Installation;
import org.warmhandoff.bench.measure.Bar;
import org.warmhandoff.bench.measure.Percentiles;
import org.warmhandoff.bench.posting.Answers;
import org.warmhandoff.bench.posting.Callers;
import org.warmhandoff.bench.posting.Form;
import org.warmhandoff.bench.posting.Reports;
import org.warmhandoff.bench.posting.Timetable;

/**
 * Calls that a CAD reports and the control room's worker is paged for, at seeded moments that wait
 * for nobody; each is timed from when it was to be sent until its page is committed, both by this
 * machine's clock.
 */
final class Facts {

  private static final double P50_MILLIS = 40;
  private static final double P99_MILLIS = 150;
  private static final double MILLIS = 1e3;
  private static final long NANOS = 1_000;
  private static final long SEED = 20_260_101;
  private static final int CONNECTIONS = 64;

  private final Installation place;
  private final Duty duty;
  private final int rate;
  private final int workers;
  private final AtomicLong numbers = new AtomicLong();

  Facts(Installation place, int rate, int workers) {
    this.place = place;
    this.duty = new Duty(place);
    this.rate = rate;
    this.workers = workers;
  }

  List<Bar> run(int warmUp, int warmUpRate, int seconds)
      throws IOException, SQLException, InterruptedException {
    duty.program("bench-control", "control-room", "live-help", "incident-open", "PT4H", workers);
    Duty.say("pages: %d workers on duty, %d s to warm up", workers, warmUp);
    int port = place.doors().oursPort();
    Form report =
        Reports.ALONE.request(
            InstantSource.system().instant(), port, Doors.OUR_PATH, place.doors().cadToken());
    try (Answering answering = new Answering(place.ground());
        Callers callers = new Callers(port, report, CONNECTIONS, numbers)) {
      int warm =
          callers.asTheyCome(Timetable.of(warmUpRate, warmUp, SEED + 1)).accepted().cardinality();
      awaitDecided(warm);
      double intake = place.used();
      double routing = place.usedByRouting();
      long[] moments = Timetable.of(rate, seconds, SEED);
      long first = numbers.get();
      long start = ChronoUnit.MICROS.between(Instant.EPOCH, InstantSource.system().instant());
      Answers answers = callers.asTheyCome(moments);
      awaitDecided(warm + answers.accepted().cardinality());
      Duty.say(
          "pages: %,d facts in %d s; of two cores intake took %.2f, routing %.2f; %,d answers"
              + " written",
          moments.length,
          seconds,
          (place.used() - intake) / seconds,
          (place.usedByRouting() - routing) / seconds,
          answering.answered());
      return bars(answers, first, Arrays.stream(moments).map(at -> start + at / NANOS).toArray());
    }
  }

  /** Where every worker was bound somebody else was told: that counts as no page. */
  private void awaitDecided(int facts) throws SQLException, InterruptedException {
    duty.await(
        "every fact was decided",
        "select count(*) from assignment where state_code <> 'proposed'",
        facts);
  }

  /**
   * What was measured.
   *
   * @param first number of the first report
   * @param sent when each was to be sent, microseconds
   */
  private List<Bar> bars(Answers answers, long first, long[] sent) throws SQLException {
    Map<Long, Long> committed = committed();
    BitSet accepted = answers.accepted();
    long[] micros =
        IntStream.range(0, sent.length)
            .mapToObj(
                at -> Optional.ofNullable(committed.get(first + at)).map(page -> page - sent[at]))
            .flatMap(Optional::stream)
            .mapToLong(Long::longValue)
            .toArray();
    Percentiles all = Percentiles.of(micros);
    Duty.say(
        "pages: answered after p50 %.1f ms, p99 %.1f ms; sent late by p99 %.1f ms",
        answers.waits().at(50), answers.waits().at(99), answers.late().at(99));
    Duty.say(
        "pages: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms of %,d",
        all.at(50) / MILLIS,
        all.at(90) / MILLIS,
        all.at(99) / MILLIS,
        all.at(100) / MILLIS,
        micros.length);
    Duty.say("pages: %s", answers.wrongInWords());
    return List.of(
        Bar.atMost("routing-fact-to-page-p50-ms", all.at(50) / MILLIS, P50_MILLIS),
        Bar.atMost("routing-fact-to-page-p99-ms", all.at(99) / MILLIS, P99_MILLIS),
        Bar.atMost("routing-facts-without-page", accepted.cardinality() - micros.length, 0),
        Bar.atMost("routing-facts-refused", sent.length - accepted.cardinality(), 0));
  }

  /** When the transaction of each first page was committed, microseconds, by the CAD's number. */
  private Map<Long, Long> committed() throws SQLException {
    Map<String, Long> reported = reported();
    Map<Long, Long> micros = new HashMap<>();
    try (Connection connection = place.ground().superuser(Installation.ROUTING);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select cast(incident as text),"
                    + " (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint"
                    + " from page where attempt = 1")) {
      while (rows.next()) {
        Long number = reported.get(rows.getString(1));
        if (number != null) {
          micros.put(number, rows.getLong(2));
        }
      }
    }
    return micros;
  }

  /** The number a CAD gave each incident, by its id. */
  private Map<String, Long> reported() throws SQLException {
    Map<String, Long> numbered = new HashMap<>();
    try (Connection connection = place.ground().superuser(Installation.OURS);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select cast(id as text), substr(external_id, 2) from incident"
                    + " where external_id like '"
                    + Reports.PREFIX
                    + "%'")) {
      while (rows.next()) {
        numbered.put(rows.getString(1), Long.parseLong(rows.getString(2)));
      }
    }
    return numbered;
  }
}
