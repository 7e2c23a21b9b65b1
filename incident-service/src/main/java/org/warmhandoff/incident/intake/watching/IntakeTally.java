package org.warmhandoff.incident.intake.watching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what becomes of posts, in memory and by the minute of business time. Counting waits for
 * nothing: what is counted is written down by another thread a little later.
 */
@ApplicationScoped
public class IntakeTally {

  /** Past so many different counts the place of a field is left out; they are few in truth. */
  private static final int MANY = 2_000;

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

  /** What is counted together. */
  record Counted(String policeService, Instant minute, Kind kind, String code, String pointer) {}

  /**
   * How often.
   *
   * @param incident the latest it happened to, where it is known
   */
  record Count(long times, Instant lastAt, @Nullable UUID incident) {

    Count plus(Count more) {
      boolean later = more.lastAt().isAfter(lastAt);
      UUID newest = later ? more.incident() : incident;
      return new Count(
          times + more.times(),
          later ? more.lastAt() : lastAt,
          newest == null ? (later ? incident : more.incident()) : newest);
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
  public void count(
      String policeService, Kind kind, String code, String pointer, @Nullable UUID incident) {
    Instant now = clock.instant();
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    add(new Counted(policeService, minute, kind, code, pointer), new Count(1, now, incident));
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

  /** Takes out what was counted so far. */
  List<Entry> drain() {
    List<Entry> taken = new ArrayList<>();
    for (Counted key : counts.keySet()) {
      Count count = counts.remove(key);
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
