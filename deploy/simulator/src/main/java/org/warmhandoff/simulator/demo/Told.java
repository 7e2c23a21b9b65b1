package org.warmhandoff.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.warmhandoff.simulator.stack.Heard;

/**
 * How long it takes from a triggering fact posted to a page offered, on the wall clock: from just
 * before the request that tells the fact leaves this process until the transaction that makes the
 * page visible to its worker, as that page's event records it. Only first pages count: later ones
 * follow a deadline, not a fact.
 */
final class Told {

  private final InstantSource wallClock;
  private final Map<UUID, Instant> posted = new HashMap<>();
  private final List<Duration> all = new ArrayList<>();
  private boolean counting;

  Told(InstantSource wallClock) {
    this.wallClock = wallClock;
  }

  /** From here on it counts. */
  void count() {
    counting = true;
  }

  /** A fact that may trigger a program is about to be posted. */
  void posting(UUID incident) {
    posted.put(incident, wallClock.instant());
  }

  /** Wall time now, for a fact whose incident has no id yet. */
  Instant before() {
    return wallClock.instant();
  }

  void posted(UUID incident, Instant before) {
    posted.put(incident, before);
  }

  /** A page was offered; {@code first} where a fact and no deadline led to it. */
  void paged(UUID incident, Heard page, boolean first) {
    Instant before = posted.get(incident);
    if (counting && first && before != null) {
      all.add(Duration.between(before, page.recordedAt()));
    }
  }

  /** After a step nothing a fact led to is still to come. */
  void settled() {
    posted.clear();
  }

  int pages() {
    return all.size();
  }

  /** Milliseconds below which this share of pages was offered; 0 where there was none. */
  long percentile(double share) {
    if (all.isEmpty()) {
      return 0;
    }
    List<Duration> sorted = all.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1)).toMillis();
  }
}
