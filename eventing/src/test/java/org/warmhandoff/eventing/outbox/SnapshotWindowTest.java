package org.warmhandoff.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotWindowTest {

  @ParameterizedTest
  @ValueSource(strings = {"10:20:10,14,15", "100:100:", "10:20:10", "7:9223372036854775807:7"})
  void readsAndWritesPostgresText(String text) {
    assertThat(SnapshotWindow.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "10:20", "a:b:", "10:20:x"})
  void refusesOtherText(String text) {
    assertThatThrownBy(() -> SnapshotWindow.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The documentation's example: 10 to 20, with 10, 14 and 15 running. */
  @ParameterizedTest
  @CsvSource({"9,true", "10,false", "11,true", "14,false", "15,false", "19,true", "20,false"})
  void seesWhatHasEnded(long xid, boolean seen) {
    assertThat(SnapshotWindow.parse("10:20:10,14,15").sees(xid)).isEqualTo(seen);
  }

  @ParameterizedTest
  @CsvSource({
    "9,false,seen before",
    "10,true,was running and has ended",
    "14,false,still running",
    "11,false,seen before",
    "20,true,began and ended since",
    "22,false,began since and runs",
    "30,false,not begun",
  })
  void aWindowIsWhatEndedBetween(long xid, boolean inside, String why) {
    SnapshotWindow before = SnapshotWindow.parse("10:20:10,14,15");
    SnapshotWindow now = SnapshotWindow.parse("14:25:14,22");
    assertThat(before.opensTo(now, xid)).as(why).isEqualTo(inside);
  }

  @Test
  void idsThatWentBackAreNoticed() {
    SnapshotWindow old = SnapshotWindow.parse("5000:5000:");
    assertThat(old.isAheadOf(SnapshotWindow.parse("700:700:"))).isTrue();
    assertThat(old.isAheadOf(SnapshotWindow.parse("5000:5000:"))).isFalse();
    assertThat(old.isAheadOf(SnapshotWindow.parse("5001:5004:5001"))).isFalse();
  }

  /**
   * Random histories of transactions that lock a key, draw a number, linger, commit or roll back,
   * beside a relay that looks at random moments and sometimes forgets its last move.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void noHistoryLosesOrReordersAnything(int seed) {
    History history = new History(new Random(seed));
    for (int step = 0; step < 20_000; step++) {
      history.step();
    }
    history.endAll();
    assertThat(history.published.keySet())
        .as("seed %d: everything committed is published, nothing else", seed)
        .isEqualTo(history.committed);
    assertThat(history.published.values())
        .as("seed %d: twice only where the cursor fell back", seed)
        .allMatch(times -> times == 1 || history.forgotten > 0);
    assertThat(history.outOfOrder).as("seed %d", seed).isEmpty();
  }

  private record Told(long seq, long xid, int key, int version) {}

  private static final class History {
    private final Random random;
    private final Map<Long, List<Told>> running = new TreeMap<>();
    private final Map<Integer, Long> locks = new HashMap<>();
    private final Map<Integer, Integer> versions = new HashMap<>();
    private final List<Told> visible = new ArrayList<>();
    private final Set<Told> committed = new HashSet<>();
    private final Map<Told, Integer> published = new HashMap<>();
    private final Map<Integer, Integer> heard = new HashMap<>();
    private final List<String> outOfOrder = new ArrayList<>();
    private long nextXid = 1000;
    private long latestCompleted = 999;
    private long nextSeq = 1;
    private SnapshotWindow cursor = snapshot();
    private int forgotten;

    History(Random random) {
      this.random = random;
    }

    void step() {
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> running.put(nextXid++, new ArrayList<>());
        case 3, 4, 5 -> anyRunning().ifPresent(this::tell);
        case 6, 7 -> anyRunning().ifPresent(xid -> end(xid, random.nextInt(8) > 0));
        default -> look(random.nextInt(20) == 0);
      }
    }

    void endAll() {
      List.copyOf(running.keySet()).forEach(xid -> end(xid, true));
      look(false);
    }

    private Optional<Long> anyRunning() {
      if (running.isEmpty()) {
        return Optional.empty();
      }
      // The oldest is the least likely to be picked: some run long.
      List<Long> all = List.copyOf(running.keySet());
      return Optional.of(all.get(all.size() - 1 - Math.min(all.size() - 1, random.nextInt(12))));
    }

    private void tell(long xid) {
      int key = random.nextInt(30);
      Long holder = locks.get(key);
      if (holder != null && holder != xid) {
        return;
      }
      locks.put(key, xid);
      List<Told> mine = running.get(xid);
      if (mine != null) {
        int own = (int) mine.stream().filter(told -> told.key() == key).count();
        mine.add(new Told(nextSeq++, xid, key, versions.getOrDefault(key, 0) + own + 1));
      }
    }

    private void end(long xid, boolean commit) {
      List<Told> told = running.remove(xid);
      if (told != null && commit) {
        visible.addAll(told);
        committed.addAll(told);
        told.forEach(t -> versions.merge(t.key(), t.version(), Math::max));
      }
      locks.values().removeIf(holder -> holder == xid);
      latestCompleted = Math.max(latestCompleted, xid);
    }

    /** As PostgreSQL takes it: xmax is one past the latest that has ended, not the next to come. */
    private SnapshotWindow snapshot() {
      long xmax = latestCompleted + 1;
      long[] xip =
          running.keySet().stream().filter(xid -> xid < xmax).mapToLong(Long::longValue).toArray();
      return new SnapshotWindow(xip.length == 0 ? xmax : xip[0], xmax, xip);
    }

    private void look(boolean forget) {
      SnapshotWindow now = snapshot();
      visible.stream()
          .filter(told -> cursor.opensTo(now, told.xid()))
          .sorted(Comparator.comparingLong(Told::seq))
          .forEach(this::publish);
      if (forget) {
        forgotten++;
      } else {
        cursor = now;
      }
    }

    private void publish(Told told) {
      int before = heard.getOrDefault(told.key(), 0);
      if (told.version() > before + 1) {
        outOfOrder.add(told + " after version " + before);
      }
      heard.merge(told.key(), told.version(), Math::max);
      published.merge(told, 1, Integer::sum);
    }
  }
}
