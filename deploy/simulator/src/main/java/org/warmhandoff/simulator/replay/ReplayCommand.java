package org.warmhandoff.simulator.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Installation;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.door.Unreachable;
import org.warmhandoff.simulator.feed.Feed;
import org.warmhandoff.simulator.feed.LocalTimes;
import org.warmhandoff.simulator.feed.Mapping;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay FILE --mapping M}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Feeds a CSV of incidents through the public intake.",
      "Live times are moved by whole weeks, so that weekday and hour stay: to the latest week in which"
          + " nothing is posted before it happened. History keeps its times and pages nobody. Stopped, it goes on where it"
          + " stopped; fed again, a file changes nothing."
    })
public final class ReplayCommand implements Callable<Integer> {

  private static final int REFUSALS_SHOWN = 20;

  @Mixin private Installation installation = new Installation();

  @Parameters(paramLabel = "FILE", description = "CSV with a header, plain or gzipped")
  private Path file = Path.of("");

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "M",
      description = "YAML or JSON: which column is which field")
  private Path mapping = Path.of("");

  @Option(
      names = "--lanes",
      paramLabel = "N",
      defaultValue = "16",
      description = "rows on their way at once (default: ${DEFAULT-VALUE})")
  private int lanes = 16;

  @ArgGroup private How how = new How();

  private final PrintStream out = System.out;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private final InstantSource wallClock = InstantSource.system();

  /** At most one of these. */
  static final class How {
    @Option(
        names = "--as-history",
        description = "facts only, at the feed's own times; pages nobody")
    private boolean history;

    @Option(names = "--at-once", description = "live, as fast as intake takes it")
    private boolean atOnce;

    @Option(
        names = "--speed",
        paramLabel = "N",
        description = "live, N times as fast as it happened (default: 1)")
    private double speed = 1;

    Pace pace() {
      return history ? new Pace.AsHistory() : atOnce ? new Pace.AtOnce() : new Pace.Speed(speed);
    }
  }

  /** For the command line. */
  public ReplayCommand() {}

  @Override
  public Integer call() throws IOException {
    byte[] mappingBytes = Files.readAllBytes(mapping);
    Feed feed;
    try {
      feed = Feed.read(Files.readAllBytes(file), Mapping.read(mappingBytes));
    } catch (Mapping.Unusable e) {
      System.err.println(e.getMessage());
      return 2;
    }
    Pace pace = how.pace();
    ReplayState state = state(feed, Feed.sha256(mappingBytes), pace);
    boolean again = state.acknowledged() == feed.rows().size();
    if (again) {
      out.println("This file was fed before, all of it; feeding it again must change nothing.");
      state.rewind();
    } else if (state.acknowledged() > 0) {
      out.printf(
          "Going on: %d of %d rows were acknowledged before.%n",
          state.acknowledged(), feed.rows().size());
    }
    if (state.weeks() != 0) {
      out.printf("Times are moved by %+d weeks.%n", state.weeks());
    }
    return feed(feed, pace, state, installation.door());
  }

  private int feed(Feed feed, Pace pace, ReplayState state, Door door) {
    Progress progress =
        new Progress(out, terminal, wallClock, feed.rows().size(), state.acknowledged());
    Thread atEnd = Thread.ofPlatform().unstarted(state::write);
    Runtime.getRuntime().addShutdownHook(atEnd);
    try {
      Summary summary =
          new Replay(door, wallClock, Pause.REAL, lanes)
              .feed(feed, pace, state, handled -> progress.at(handled, ""));
      progress.end(state.acknowledged(), "");
      tell(summary);
      return summary.refused().isEmpty() ? 0 : 1;
    } catch (Unreachable e) {
      progress.end(state.acknowledged(), "stopped");
      System.err.println(e.getMessage());
      System.err.println(
          "What was acknowledged is remembered: the same command goes on from here.");
      return 1;
    } finally {
      forget(atEnd);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The hook is at work already.
    }
  }

  private void tell(Summary summary) {
    if (summary.before() > 0) {
      out.printf("%d rows were in before.%n", summary.before());
    }
    if (summary.unchanged()) {
      out.printf("unchanged: all %d rows were known as they are.%n", summary.handled());
    } else {
      summary.outcomes().forEach((outcome, rows) -> out.printf("%s: %d%n", outcome, rows));
    }
    List<Summary.Refused> refused = summary.refused();
    if (!refused.isEmpty()) {
      out.printf("refused: %d%n", refused.size());
      refused.stream()
          .limit(REFUSALS_SHOWN)
          .forEach(row -> out.printf("  row %d: %s%n", row.row(), row.problem()));
      if (refused.size() > REFUSALS_SHOWN) {
        out.printf("  … and %d more%n", refused.size() - REFUSALS_SHOWN);
      }
    }
  }

  private ReplayState state(Feed feed, String mappingHash, Pace pace) {
    boolean history = pace instanceof Pace.AsHistory;
    return ReplayState.open(
        installation.data().resolve("replay"),
        feed.hash(),
        mappingHash,
        installation.url().toString(),
        history,
        () -> history ? 0 : weeks(feed, pace));
  }

  /**
   * The latest whole-week shift with which nothing is posted before it happened: the first row lies
   * in the present week, or as many weeks earlier as the last row needs at this pace.
   */
  private long weeks(Feed feed, Pace pace) {
    List<Feed.Readable> inTime =
        feed.readable().stream()
            .sorted(Comparator.comparing((Feed.Readable row) -> row.occurredAt(0)))
            .toList();
    if (inTime.isEmpty()) {
      return 0;
    }
    Feed.Readable first = inTime.getFirst();
    Feed.Readable last = inTime.getLast();
    Instant now = wallClock.instant();
    long length = Duration.between(first.occurredAt(0), last.occurredAt(0)).toMillis();
    double times = pace instanceof Pace.Speed(double speed) ? speed : Double.POSITIVE_INFINITY;
    Instant lastPosted = now.plusMillis((long) (length / times));
    return Math.min(
        LocalTimes.weeksToPresent(first.reading(), first.zone(), now),
        LocalTimes.weeksToPresent(last.reading(), last.zone(), lastPosted));
  }
}
