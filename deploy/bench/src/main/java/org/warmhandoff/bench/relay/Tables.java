package org.warmhandoff.bench.relay;

import java.util.List;
import java.util.Locale;

/** What each phase prints. */
final class Tables {

  private static final double MEGABYTE = 1 << 20;

  private Tables() {}

  static void drain(List<Drain.Result> results, int rows) {
    print(
        """

        Drain: %,d rows present before the relay starts (CPU s: of its own process / of the database server)
        %-9s %10s %9s %9s %9s %10s %10s %6s %6s %6s""",
        rows,
        "",
        "arrived",
        "s",
        "events/s",
        "own CPU",
        "db CPU",
        "ev/own CPU",
        "lost",
        "twice",
        "order");
    for (Drain.Result one : results) {
      print(
          "%-9s %,10d %9.1f %,9.0f %9.1f %10.1f %,10.0f %6d %6d %6d   %,.0f events per CPU second of both, broker %.1f s%s",
          one.peer().word(),
          one.events(),
          one.seconds(),
          one.perSecond(),
          one.used().contestant(),
          one.used().database(),
          one.perOwnCpuSecond(),
          one.lost(),
          one.duplicates(),
          one.disorders(),
          one.perCpuSecond(),
          one.used().broker(),
          one.events() < rows ? ", CUT OFF: what is missing was still to come" : "");
    }
  }

  static void latency(List<Latency.Result> results, int rate, int seconds) {
    print(
        """

        Latency: from the commit's return to the record at a consumer, %,d commits a second for %,d s
        %-9s %9s %9s %9s %9s %9s %9s %6s %6s %6s""",
        rate, seconds, "", "told/s", "p50 ms", "p99 ms", "max ms", "own CPU", "db CPU", "lost",
        "twice", "order");
    for (Latency.Result one : results) {
      print(
          "%-9s %9.0f %9.2f %9.2f %9.2f %9.1f %9.1f %6d %6d %6d",
          one.peer().word(),
          one.told(),
          one.p50(),
          one.p99(),
          one.max(),
          one.used().contestant(),
          one.used().database(),
          one.lost(),
          one.duplicates(),
          one.disorders());
    }
  }

  static void hold(List<Hold.Result> results, int rate, int seconds) {
    print(
        """

        Beside a transaction held for %,d s, %,d commits a second, in ten slices
        (CPU per event: the relay without the threads that tell, and the database with the inserts)""",
        seconds, rate);
    for (Hold.Result one : results) {
      StringBuilder perSlice = new StringBuilder();
      one.slices()
          .forEach(
              slice -> perSlice.append(String.format(Locale.ROOT, " %,7.0f", slice.perSecond())));
      Hold.Slice first = one.slices().getFirst();
      Hold.Slice last = one.slices().getLast();
      print("%-9s events/s %s", one.peer().word(), perSlice);
      print(
          "%-9s CPU µs an event: first slice %.0f (own %.0f), last %.0f (own %.0f), %.2f times; lost %d, twice %d, order %d",
          "",
          first.microsPerEvent(),
          first.ownMicrosPerEvent(),
          last.microsPerEvent(),
          last.ownMicrosPerEvent(),
          last.microsPerEvent() / first.microsPerEvent(),
          one.lost(),
          one.duplicates(),
          one.disorders());
      for (Hold.Table table : one.tables()) {
        print(
            "%-9s table %s: %.1f MB with indexes, %,d live and %,d dead rows",
            "", table.name(), table.bytes() / MEGABYTE, table.live(), table.dead());
      }
      if (one.retained() > 0) {
        print("%-9s write-ahead log held back: %.1f MB", "", one.retained() / MEGABYTE);
      }
    }
  }

  static void kills(List<Kills.Result> results, long seed) {
    print(
        """

        Kills: kill -9 of tellers and relay at seeded moments (seed %d)
        %-9s %6s %9s %6s %9s %6s %9s %7s""",
        seed, "", "kills", "told", "lost", "twice", "order", "unheard", "s");
    for (Kills.Result one : results) {
      print(
          "%-9s %6d %,9d %6d %,9d %6d %9d %7.0f",
          one.peer().word(),
          one.kills(),
          one.told(),
          one.lost(),
          one.duplicates(),
          one.disorders(),
          one.unheardOf(),
          one.seconds());
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
