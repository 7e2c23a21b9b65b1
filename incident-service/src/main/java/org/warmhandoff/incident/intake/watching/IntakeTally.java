package org.warmhandoff.incident.intake.watching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what becomes of posts, in memory and by the minute of business time. Counting waits for
 * nothing: what is counted is written down by another thread a little later.
 */
@ApplicationScoped
public class IntakeTally {

  /** Past so many different counts the place of a field is left out; they are few in truth. */
  static final int MANY = 5_000;

  /** Past this nothing new is counted: the database has been away for long. */
  private static final int MOST = 20_000;

  private final ConcurrentHashMap<Counted, Count> counts = new ConcurrentHashMap<>();
  private final InstantSource clock;

  IntakeTally(InstantSource clock) {
    this.clock = clock;
  }

  /** What kind of thing is counted. */
  public enum Kind {
    /** A post that was taken, by its outcome. */
    TAKEN,
    /** A post that was refused, by the problem's type and the field it names. */
    REFUSED,
    /** Something odd about a post that was taken, by its flag. */
    ODD,
    /** A field that decides nothing, in a post that was looked at. */
    UNUSED
  }

  /** What is counted together; what a form brings that is not used, by the hour. */
  record Counted(String policeService, Instant minute, Kind kind, String code, String pointer) {}

  /**
   * How often. Which incident it happened to is not told: whoever reads it may be kept out of that
   * one.
   */
  record Count(long times, Instant lastAt) {

    Count plus(Count more) {
      return new Count(
          times + more.times(), more.lastAt().isAfter(lastAt) ? more.lastAt() : lastAt);
    }
  }

  /** A count that waits to be written. */
  record Entry(Counted counted, Count count) {}

  /**
   * Counts one.
   *
   * @param code an outcome, a problem's type, a flag
   * @param pointer the place of the field, told without content; empty where it is none
   */
  public void count(String policeService, Kind kind, String code, String pointer) {
    Instant now = clock.instant();
    Instant minute = now.truncatedTo(kind == Kind.UNUSED ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
    add(new Counted(policeService, minute, kind, code, pointer), new Count(1, now));
  }

  private void add(Counted counted, Count count) {
    if (counts.size() >= MOST && !counts.containsKey(counted)) {
      return;
    }
    Counted key =
        counts.size() >= MANY && !counts.containsKey(counted)
            ? new Counted(
                counted.policeService(), counted.minute(), counted.kind(), counted.code(), "")
            : counted;
    counts.merge(key, count, Count::plus);
  }

  /**
   * Takes out what was counted so far.
   *
   * @param unused whether the fields that decide nothing, too: there are many, and they stay the
   *     same, so that they are written now and then
   */
  List<Entry> drain(boolean unused) {
    List<Entry> taken = new ArrayList<>();
    for (Counted key : counts.keySet()) {
      Count count = unused || key.kind() != Kind.UNUSED ? counts.remove(key) : null;
      if (count != null) {
        taken.add(new Entry(key, count));
      }
    }
    return taken;
  }

  /** Puts back what could not be written. */
  void putBack(Collection<Entry> entries) {
    entries.forEach(entry -> add(entry.counted(), entry.count()));
  }
}
