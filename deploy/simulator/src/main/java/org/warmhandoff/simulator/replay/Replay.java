package org.warmhandoff.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.door.Unreachable;
import org.warmhandoff.simulator.feed.Feed;

/** Feeds the rows of a file through intake's public doors, each as its police service's CAD. */
final class Replay {

  private static final String LIVE = "/incident/api/v1/incidents";
  private static final String HISTORY = "/incident/api/v1/incidents/history";
  private static final int HISTORY_ROWS = 200;
  private static final Duration NOT_NOW = Duration.ofSeconds(2);
  private static final int MOST_AGAIN = 30;
  private static final Duration WRITTEN = Duration.ofMillis(200);

  private final Door door;
  private final InstantSource wallClock;
  private final Pause pause;
  private final int lanes;

  Replay(Door door, InstantSource wallClock, Pause pause, int lanes) {
    this.door = door;
    this.wallClock = wallClock;
    this.pause = pause;
    this.lanes = lanes;
  }

  /** Told after each row. */
  @FunctionalInterface
  interface Watcher {
    void at(int handled);
  }

  /** Feeds what is not acknowledged yet. */
  Summary feed(Feed feed, Pace pace, ReplayState state, Watcher watcher) {
    Run run = new Run(feed, state, watcher);
    List<Feed.Readable> waiting =
        feed.readable().stream().filter(row -> !state.has(row.number())).toList();
    run.unread();
    try (Lanes work = new Lanes(lanes)) {
      switch (pace) {
        case Pace.AsHistory history ->
            batches(waiting).forEach(batch -> work.give(key(batch), () -> run.history(batch)));
        case Pace.AtOnce now -> waiting.forEach(row -> work.give(key(row), () -> run.live(row)));
        case Pace.Speed speed ->
            paced(waiting, speed.times(), row -> work.give(key(row), () -> run.live(row)), state);
      }
    } finally {
      // A file that was fed before is fed from its beginning: where nothing was taken, what was
      // known stays.
      if (state.acknowledged() > 0) {
        state.write();
      }
    }
    return run.summary;
  }

  private void paced(
      List<Feed.Readable> rows, double times, Consumer<Feed.Readable> give, ReplayState state) {
    List<Feed.Readable> inTime =
        rows.stream()
            .sorted(Comparator.comparing((Feed.Readable row) -> row.occurredAt(state.weeks())))
            .toList();
    if (inTime.isEmpty()) {
      return;
    }
    Instant first = inTime.getFirst().occurredAt(state.weeks());
    Instant began = wallClock.instant();
    for (Feed.Readable row : inTime) {
      Duration after = Duration.between(first, row.occurredAt(state.weeks()));
      Instant due = began.plusMillis((long) (after.toMillis() / times));
      for (Instant now = wallClock.instant(); now.isBefore(due); now = wallClock.instant()) {
        pause.waits(Duration.between(now, due));
      }
      give.accept(row);
    }
  }

  /** An incident's order is kept where its rows share a lane. */
  private static String key(Feed.Readable row) {
    return row.policeService() + " " + row.externalId();
  }

  private static String key(List<Feed.Readable> batch) {
    return batch.getFirst().policeService();
  }

  private static List<List<Feed.Readable>> batches(List<Feed.Readable> rows) {
    List<List<Feed.Readable>> full = new ArrayList<>();
    Map<String, List<Feed.Readable>> open = new LinkedHashMap<>();
    for (Feed.Readable row : rows) {
      List<Feed.Readable> batch =
          open.computeIfAbsent(row.policeService(), service -> new ArrayList<>());
      batch.add(row);
      if (batch.size() == HISTORY_ROWS) {
        full.add(List.copyOf(batch));
        batch.clear();
      }
    }
    open.values().stream().filter(batch -> !batch.isEmpty()).map(List::copyOf).forEach(full::add);
    return full;
  }

  private final class Run {
    private final Feed feed;
    private final ReplayState state;
    private final Watcher watcher;
    private final Summary summary = new Summary();
    private final AtomicReference<Instant> written = new AtomicReference<>(wallClock.instant());

    Run(Feed feed, ReplayState state, Watcher watcher) {
      this.feed = feed;
      this.state = state;
      this.watcher = watcher;
      summary.knownBefore(state.acknowledged());
    }

    void unread() {
      for (Feed.Row row : feed.rows()) {
        if (row instanceof Feed.Unread unread && !state.has(row.number())) {
          summary.refused(unread.number(), unread.why());
          acknowledge(unread.number());
        }
      }
    }

    void live(Feed.Readable row) {
      Answer answer = door.post(Caller.cad(row.policeService()), LIVE, row.post(state.weeks()));
      if (answer.done()) {
        summary.taken(answer.json().path("outcome").asText("taken"));
      } else {
        refuse(row.number(), answer);
      }
      acknowledge(row.number());
    }

    /** Rows that could not be stored just now are no refused rows: they are sent again. */
    void history(List<Feed.Readable> batch) {
      List<Feed.Readable> left = historyOnce(batch);
      for (int again = 0; !left.isEmpty(); again++) {
        if (again == MOST_AGAIN) {
          throw new Unreachable("intake cannot store row %d now".formatted(left.get(0).number()));
        }
        pause.waits(NOT_NOW);
        left = historyOnce(left);
      }
    }

    /** Returns the rows to send again. */
    private List<Feed.Readable> historyOnce(List<Feed.Readable> batch) {
      StringBuilder lines = new StringBuilder();
      batch.forEach(row -> lines.append(row.post(0)).append('\n'));
      Answer answer =
          door.post(
              Caller.cad(batch.getFirst().policeService()),
              HISTORY,
              "application/x-ndjson",
              lines.toString());
      if (!answer.done()) {
        batch.forEach(row -> refuse(row.number(), answer));
        batch.forEach(row -> acknowledge(row.number()));
        return List.of();
      }
      List<String> results = answer.body().lines().filter(line -> !line.isBlank()).toList();
      if (results.size() != batch.size()) {
        throw new Unreachable(
            "the history door answered %d rows with %d results"
                .formatted(batch.size(), results.size()));
      }
      List<Feed.Readable> again = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        JsonNode result = new Answer(200, null, "", results.get(i)).json();
        if (result.path("status").asInt() < 300) {
          summary.taken(result.path("outcome").asText("taken"));
        } else if (result.path("status").asInt() >= 500) {
          again.add(batch.get(i));
          continue;
        } else {
          summary.refused(
              batch.get(i).number(),
              Answer.problem(result.path("status").asInt(), result.path("problem")));
        }
        acknowledge(batch.get(i).number());
      }
      return again;
    }

    /** The row alone is wrong, or the caller is: only the first lets the others go on. */
    private void refuse(int row, Answer answer) {
      if (answer.status() == 401 || answer.status() == 403) {
        throw new Unreachable(
            "intake does not let this police service's CAD in: " + answer.problem());
      }
      if (answer.status() >= 500 || answer.status() == 429) {
        throw new Unreachable("intake cannot take more now: " + answer.problem());
      }
      summary.refused(row, answer.problem());
    }

    private void acknowledge(int row) {
      state.acknowledge(row);
      Instant now = wallClock.instant();
      Instant last = written.get();
      if (Duration.between(last, now).compareTo(WRITTEN) >= 0 && written.compareAndSet(last, now)) {
        state.write();
      }
      watcher.at(state.acknowledged());
    }
  }
}
