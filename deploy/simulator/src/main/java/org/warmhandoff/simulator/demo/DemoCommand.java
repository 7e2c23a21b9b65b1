package org.warmhandoff.simulator.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.simulator.door.Unreachable;
import org.warmhandoff.simulator.feed.Feed;
import org.warmhandoff.simulator.feed.Mapping;
import org.warmhandoff.simulator.stack.Hearing;
import org.warmhandoff.simulator.stack.LocalStack;
import org.warmhandoff.simulator.stack.Quiet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Plays a real week of police incidents into a made-up city, in a stack and a data folder of its"
          + " own that are emptied first.",
      "Ends with what the play counted beside what the analytics service says; exits 1 where they"
          + " differ, or where anything was refused that should not have been."
    })
public final class DemoCommand implements Callable<Integer> {

  private static final String WEEK = "/week/incidents-2018-01-08.csv.gz";
  private static final String CITY = "/week/demo-city.yaml";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int DAYS_IN_WEEK = 7;

  /** The longest measure's window is 72 hours; a day more lets every one of them pass. */
  private static final Duration WINDOWS_PASS = Duration.ofDays(4);

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "2018",
      description = "of what people do (default: ${DEFAULT-VALUE})")
  private long seed = 2018;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "7",
      description = "play only the first N days (default: ${DEFAULT-VALUE})")
  private int days = DAYS_IN_WEEK;

  @Option(names = "--keep", description = "leave the stack running at the end, to look around")
  private boolean keep;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "the demo's own folder, emptied first (default: .handoff/demo)")
  private Path data = Path.of(".handoff", "demo");

  @Option(
      names = "--port-base",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "the front door's port; the others follow it (default: ${DEFAULT-VALUE})")
  private int portBase = 8080;

  private final PrintStream out = System.out;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private final InstantSource wallClock = InstantSource.system();

  /** For the command line. */
  public DemoCommand() {}

  @Override
  public Integer call() throws IOException {
    Instant began = wallClock.instant();
    Path root = Path.of(System.getProperty("handoff.root", "")).toAbsolutePath().normalize();
    Path folder = root.resolve(data).normalize();
    Feed feed = feed();
    Instant start =
        feed.readable().stream()
            .map(row -> row.occurredAt(0))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    empty(folder);
    try (LocalStack stack = LocalStack.start(root, folder, portBase, start, this::launcherSays)) {
      Report report = play(stack, feed, start, began);
      boolean agrees = report.print(out);
      out.printf("%nThe stack's logs are in %s.%n", folder.resolve("logs"));
      if (keep) {
        out.println("The stack is left running at " + stack.url() + "; Ctrl-C ends it.");
        out.printf("What runs and what waits: ./handoff status --data '%s'%n", folder);
        stack.awaitEnd();
      } else {
        out.printf("To look around in it: ./handoff up --data '%s'%n", folder);
      }
      return agrees ? 0 : 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private Report play(LocalStack stack, Feed feed, Instant start, Instant began) {
    Instant end = start.plus(Duration.ofDays(days));
    Told told = new Told(wallClock);
    Play play = new Play(stack.door(true, PATIENCE), Cast.read(), stack.clock(), told);
    Consents consents = new Consents(play);
    Workers workers = new Workers(play, consents);
    Calls calls = new Calls(play, new Officers(play, consents), seed);
    feed.readable().stream().filter(row -> row.occurredAt(0).isBefore(end)).forEach(calls::plan);
    try (Quiet quiet = stack.quiet(PATIENCE);
        Hearing ear = stack.hear(Topics.shared().stream().map(Topics.Topic::name).toList());
        Agencies agencies = new Agencies(play, stack, seed)) {
      quiet.watchAlso(ear.partitions());
      quiet.watchAlso(agencies.partitions());
      Week week = new Week(play, stack.clock(), quiet, ear, workers, agencies);
      week.settle();
      play.knowsPrograms();
      out.printf("%nThe play begins, seed %d. The clock stands at %s.%n", seed, start);
      Days shown = new Days(out, terminal, wallClock, play.tally, start, days);
      Instant played = wallClock.instant();
      Instant dayOne = start.plus(Duration.ofDays(days > 1 ? 1 : 0));
      week.playUntil(dayOne, shown::at);
      told.count();
      week.playUntil(end, shown::at);
      Duration weekTook = Duration.between(played, wallClock.instant());
      week.playToTheEnd(shown::at);
      week.playUntil(play.now().plus(WINDOWS_PASS), shown::at);
      shown.end();
      Released released =
          Released.close(play, time -> week.playUntil(play.now().plus(time), shown::at));
      return Report.of(play, released)
          .closing(
              "fact posted to page offered, after the first day: p50 %d ms, p99 %d ms (%d pages;"
                      .formatted(told.percentile(0.5), told.percentile(0.99), told.pages())
                  + " from before the request is sent until the page's own transaction)")
          .closing(
              "%d pages, %d unanswered, %d supervisors told, %d consents withdrawn, %d contents read"
                  .formatted(
                      play.tally.pages,
                      play.tally.unanswered,
                      play.tally.supervisorsTold,
                      play.tally.withdrawn,
                      play.tally.contentRead))
          .closing(
              "the week took %s, all of it %s; seed %d, %d steps of the clock, %d looks for quiet"
                  .formatted(
                      Report.words(weekTook),
                      Report.words(Duration.between(began, wallClock.instant())),
                      seed,
                      week.steps(),
                      quiet.looks()));
    } catch (Unreachable e) {
      play.surprises().stream().distinct().forEach(out::println);
      throw e;
    }
  }

  private static Feed feed() throws IOException {
    try {
      return Feed.read(resource(WEEK), Mapping.read(resource(CITY)));
    } catch (Mapping.Unusable e) {
      throw new IllegalStateException("the shipped week cannot be read", e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(DemoCommand.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }

  /** What the launcher says of a stack that people are to use is left out: here the play begins. */
  private void launcherSays(String line) {
    if (line.contains("ready after")) {
      out.println(line);
    }
  }

  private static boolean isInUse(Path lock) throws IOException {
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        @Nullable FileLock free = channel.tryLock()) {
      return free == null;
    }
  }

  /** Empties a folder this program made, and no other. */
  private static void empty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (isInUse(folder.resolve("lock"))) {
      throw new Unreachable(
          "a stack runs in " + folder + ": ./handoff down --data " + folder + " ends it");
    }
    if (!Files.exists(folder.resolve("release"))) {
      throw new Unreachable(folder + " was not made by Warm Handoff, so it is not emptied");
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
