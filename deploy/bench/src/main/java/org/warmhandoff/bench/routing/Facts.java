package org.warmhandoff.bench.routing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.warmhandoff.bench.ground.Installation;
import org.warmhandoff.bench.measure.Bar;
import org.warmhandoff.bench.measure.Percentiles;

/**
 * What calls for a worker, at seeded moments that wait for nobody; each is timed from before its
 * request is sent until the page is committed, both by this machine's clock.
 */
final class Facts {

  private static final double P50_MILLIS = 40;
  private static final double P99_MILLIS = 150;
  private static final long SEED = 20_260_101;

  /** The fact that is posted. */
  enum Kind {
    /** A CAD reports a call, and the control room's worker is paged. */
    REPORT,
    /** An officer asks for help by telephone at a call that was reported before. */
    TAP
  }

  /** More calls than facts are expected: their moments are drawn. */
  private static final double SPARE = 1.2;

  private final Installation place;
  private final Duty duty;
  private final int rate;
  private final int workers;
  private final Kind kind;
  private final Map<String, Long> sentMicros = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final Map<String, Integer> why = new ConcurrentHashMap<>();

  Facts(Installation place, int rate, int workers, Kind kind) {
    this.place = place;
    this.duty = new Duty(place);
    this.rate = rate;
    this.workers = workers;
    this.kind = kind;
  }

  List<Bar> run(int warmUp, int seconds) throws IOException, SQLException, InterruptedException {
    List<String> calls = calls((int) (rate * (warmUp + seconds) * SPARE));
    try (Answering answering = new Answering(place.ground())) {
      int first = (int) (calls.size() * (long) warmUp / (warmUp + seconds));
      List<String> warm = send(calls.subList(0, first), warmUp, SEED + 1);
      awaitDecided(warm.size());
      double incidentService = place.used();
      double routing = place.usedByRouting();
      sentMicros.clear();
      List<String> counted = send(calls.subList(first, calls.size()), seconds, SEED);
      awaitDecided(warm.size() + counted.size());
      Duty.say(
          "pages: %,d facts in %d s, %d refused; of two cores intake took %.2f, routing %.2f;"
              + " %,d answers written",
          counted.size(),
          seconds,
          refused.get(),
          (place.used() - incidentService) / seconds,
          (place.usedByRouting() - routing) / seconds,
          answering.answered());
    }
    why.forEach((what, times) -> Duty.say("pages: %,d attempts were not taken: %s", times, what));
    return bars();
  }

  /**
   * Where every worker was bound somebody else was told: that counts as no page. What was refused
   * is no fact.
   */
  private void awaitDecided(int facts) throws SQLException, InterruptedException {
    duty.await(
        "every fact was decided",
        "select count(*) from assignment where state_code <> 'proposed'",
        facts - refused.get());
  }

  /** By what a page of theirs is found again: an incident's id, or what its CAD calls it. */
  private List<String> calls(int count) throws IOException, SQLException, InterruptedException {
    Duty.say("pages: %,d calls, %d workers on duty", count, workers);
    if (kind == Kind.TAP) {
      duty.program("bench-virtual", "virtual", "live-help", "worker-wanted", "PT4H", workers);
      duty.report("P", count, true);
      return incidents();
    }
    duty.program("bench-control", "control-room", "live-help", "incident-open", "PT4H", workers);
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private List<Bar> bars() throws SQLException {
    Map<String, Long> committed = committed();
    List<Long> micros = new ArrayList<>();
    sentMicros.forEach(
        (incident, sent) -> {
          Long page = committed.get(incident);
          if (page != null) {
            micros.add(page - sent);
          }
        });
    Percentiles all = Percentiles.of(micros.stream().mapToLong(Long::longValue).toArray());
    Duty.say(
        "pages: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, longest %.1f ms of %,d",
        all.at(50) / 1e3, all.at(90) / 1e3, all.at(99) / 1e3, all.at(100) / 1e3, micros.size());
    return List.of(
        Bar.atMost("routing-fact-to-page-p50-ms", all.at(50) / 1e3, P50_MILLIS),
        Bar.atMost("routing-fact-to-page-p99-ms", all.at(99) / 1e3, P99_MILLIS),
        Bar.atMost("routing-facts-without-page", sentMicros.size() - micros.size(), 0));
  }

  /** Sends one fact each to as many as the moments need; answers those it was sent to. */
  private List<String> send(List<String> incidents, int seconds, long seed)
      throws IOException, InterruptedException {
    String token = kind == Kind.TAP ? place.doors().officerToken() : place.doors().cadToken();
    List<String> sent = new ArrayList<>();
    Random random = new Random(seed);
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient http =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(senders)
                .build()) {
      long start = System.nanoTime();
      double at = 0;
      for (String incident : incidents) {
        at += -Math.log(1 - random.nextDouble()) / rate;
        if (at > seconds) {
          break;
        }
        HttpRequest request =
            kind == Kind.TAP
                ? place.doors().workerWanted(incident, token)
                : place.doors().report(Duty.call("F", Integer.parseInt(incident), true), token);
        sleepUntil(start + (long) (at * 1e9));
        sent.add(incident);
        var unused = senders.submit(() -> post(http, incident, request));
      }
    }
    return sent;
  }

  private boolean post(HttpClient http, String incident, HttpRequest request)
      throws InterruptedException {
    sentMicros.put(
        incident, ChronoUnit.MICROS.between(Instant.EPOCH, InstantSource.system().instant()));
    for (int attempt = 0; attempt < 2; attempt++) {
      if (taken(http, request)) {
        return true;
      }
    }
    refused.incrementAndGet();
    return false;
  }

  /** A connection that closed while it was written to is no answer: then it is sent once more. */
  private boolean taken(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        why.merge("status " + status, 1, Integer::sum);
      }
      return status / 100 == 2;
    } catch (IOException broken) {
      why.merge(broken.toString(), 1, Integer::sum);
      return false;
    }
  }

  private static void sleepUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private List<String> incidents() throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection connection = place.ground().superuser(Installation.OURS);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select cast(id as text) from incident where external_id like 'P%'"
                    + " order by external_id")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  /** When the transaction of each first page was committed, microseconds. */
  private Map<String, Long> committed() throws SQLException {
    Map<String, String> names = kind == Kind.TAP ? Map.of() : reported();
    Map<String, Long> micros = new HashMap<>();
    try (Connection connection = place.ground().superuser(Installation.ROUTING);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select cast(incident as text),"
                    + " (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint"
                    + " from page where attempt = 1")) {
      while (rows.next()) {
        micros.put(names.getOrDefault(rows.getString(1), rows.getString(1)), rows.getLong(2));
      }
    }
    return micros;
  }

  /** What a CAD called each incident, by its id. */
  private Map<String, String> reported() throws SQLException {
    Map<String, String> names = new HashMap<>();
    try (Connection connection = place.ground().superuser(Installation.OURS);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select cast(id as text), substr(external_id, 2) from incident"
                    + " where external_id like 'F%'")) {
      while (rows.next()) {
        names.put(rows.getString(1), rows.getString(2));
      }
    }
    return names;
  }
}
