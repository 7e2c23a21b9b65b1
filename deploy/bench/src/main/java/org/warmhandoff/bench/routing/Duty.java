package org.warmhandoff.bench.routing;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.warmhandoff.bench.ground.Doors;
import org.warmhandoff.bench.ground.Installation;

/** Sets up a program with workers on duty, and waits for what is to be seen in the database. */
final class Duty {

  private static final long PATIENCE_SECONDS = 180;

  private final Installation place;

  Duty(Installation place) {
    this.place = place;
  }

  /**
   * A program round the clock, with its workers.
   *
   * @param answerWithin ISO 8601 duration
   */
  void program(
      String code, String mode, String kind, String trigger, String answerWithin, int workers)
      throws IOException, InterruptedException, SQLException {
    List<String> staff = workers(workers);
    place
        .doors()
        .putAtRouting(
            "/programs/" + code,
            """
            {"name":"Bench %s","policeServices":["%s"],"jurisdiction":"CA-ON","audience":"victim",\
            "mode":"%s","kind":"%s","zone":"America/Toronto","trigger":"%s",\
            "windows":[{"rule":"FREQ=DAILY","from":"00:00","to":"24:00"}],\
            "eligible":{"domestic":"yes","physical":"%s"},"staffing":"rota","answerWithin":"%s",\
            "nextRung":null,"outsideWindow":"next-rung","supervisors":["%s"]}"""
                .formatted(
                    code,
                    Doors.POLICE_SERVICE,
                    mode,
                    kind,
                    trigger,
                    // each phase has calls that its own program alone is for
                    kind.equals("live-help") ? "yes" : "no",
                    answerWithin,
                    staff.getFirst()));
    place
        .doors()
        .putAtRouting(
            "/rota/" + UUID.randomUUID(),
            "{\"program\":\"%s\",\"staff\":[\"%s\"],"
                    .formatted(code, String.join("\",\"", staff.subList(1, staff.size())))
                + "\"window\":{\"rule\":\"FREQ=DAILY\",\"from\":\"00:00\",\"to\":\"24:00\"}}");
  }

  /** Reachable and registered; the first is the supervisor. */
  private List<String> workers(int workers) throws IOException, InterruptedException, SQLException {
    List<String> staff = new ArrayList<>();
    for (int i = 0; i <= workers; i++) {
      String id = UUID.randomUUID().toString();
      place
          .doors()
          .putAtRouting(
              "/staff/" + id + "/channels",
              "{\"channels\":[{\"kind\":\"in-app\",\"verified\":true}]}");
      staff.add(id);
    }
    // The identity provider of the demo knows no accounts of theirs, and nothing of theirs is
    // measured: that they are registered is written down instead of told.
    place
        .ground()
        .run(
            Installation.ROUTING,
            "update worker set active = true, organisation = 'bench', kind = 'SOCIAL_WORKER'"
                + " where organisation is null");
    return staff;
  }

  /** Reports of calls that this kind of program is for, by their numbers. */
  void report(String prefix, int count, boolean physical)
      throws IOException, InterruptedException, SQLException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(call(prefix, i, physical)).append('\n');
    }
    place.doors().postLines(lines.toString());
    await(
        "every call is known to routing",
        "select count(*) from routing",
        Long.parseLong(place.ground().text(Installation.OURS, "select count(*) from incident")));
    // the database does so by itself within a minute of such a load; until then it goes by plans
    // for empty tables
    place.ground().run(Installation.OURS, "analyze");
    place.ground().run(Installation.ROUTING, "analyze");
  }

  /** A call as a CAD reports it. */
  static String call(String prefix, int number, boolean physical) {
    String now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    return """
        {"externalId":"%s%d","asOf":"%s","occurredAt":"%s","type":"DVA","status":"active",\
        "domestic":"yes","physical":"%s","priority":2,"placeKind":"home","persons":[]}"""
        .formatted(prefix, number, now, now, physical ? "yes" : "no");
  }

  /** Waits until a count of the notification service's database is this large. */
  void await(String what, String count, long wanted) throws SQLException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      long now = Long.parseLong(place.ground().text(Installation.ROUTING, count));
      if (now >= wanted) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            String.format(Locale.ROOT, "%d of %d: not true that %s", now, wanted, what));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  static void say(String what, Object... values) {
    System.out.println("… " + String.format(Locale.ROOT, what, values));
  }
}
