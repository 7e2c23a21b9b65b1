package org.warmhandoff.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.faults.check.Violation;
import org.warmhandoff.faults.plan.Plan;
import org.warmhandoff.faults.weave.Point;
import org.warmhandoff.faults.weave.WovenPrograms;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The verb {@code ./handoff faults}. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description =
        "Breaks the whole stack on purpose by seeded schedules, and checks that nothing was lost.")
public final class Faults implements Callable<Integer> {

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "seed of the first schedule (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--count",
      defaultValue = "20",
      description = "how many schedules, seed after seed (default: ${DEFAULT-VALUE})")
  private int count = 20;

  @Option(
      names = "--point",
      paramLabel = "CODE",
      description = "only seeds whose schedule arms this point, such as relay.led")
  private @Nullable String point;

  @Option(
      names = "--past",
      arity = "0..1",
      fallbackValue = "all",
      paramLabel = "NAME",
      description =
          "bring back faults of the past instead, these (a,b) or all: each must be caught")
  private @Nullable String past;

  @Option(names = "--report", paramLabel = "FILE", description = "where to write the report")
  private @Nullable Path file;

  @Option(
      names = "--logbook",
      paramLabel = "FILE",
      description =
          "where each schedule is written down as it ends; one that held there under the same programs"
              + " and check is not run again")
  private @Nullable Path logbook;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "where the copy of the programs and the data lie (default: target/faults)")
  private @Nullable Path folder;

  @Option(
      names = "--slow-starts",
      description = "prepare no quick starts first, which pay off from some dozen schedules on")
  private boolean slowStarts;

  private Faults() {}

  /** Exits with 0 when everything held, 1 when not, 2 when it was asked wrongly. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Faults()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("handoff.root", "")).toAbsolutePath().normalize();
    // Not by environment: the stack of the woven copy would take it for its own.
    String copy = System.getProperty("handoff.programs");
    Path built = copy == null ? root : Path.of(copy).toAbsolutePath();
    Path home = folder == null ? root.resolve("target/faults") : folder.toAbsolutePath();
    return past == null ? schedules(built, home) : past(built, home, past);
  }

  private int schedules(Path built, Path home) throws IOException, InterruptedException {
    Set<Long> seeds = seeds();
    Path programs = home.resolve("programs");
    System.out.println("Weaving the points into a copy of the programs …");
    WovenPrograms.make(built, programs, List.of());
    if (!slowStarts) {
      QuickStarts.prepare(programs);
    }
    Report report = new Report();
    Logbook book = new Logbook(logbook, logbook == null ? null : Revision.of(built));
    Map<Long, Entry> held = new TreeMap<>();
    for (Entry entry : book.entries()) {
      if (seeds.contains(entry.seed())) {
        if (entry.held()) {
          held.put(entry.seed(), entry);
        } else {
          report.failedBefore(entry);
        }
      }
    }
    held.values().forEach(report::add);
    new Series(programs, home, report, book)
        .run(seeds.stream().mapToLong(Long::longValue).filter(one -> !held.containsKey(one)));
    write(report.text());
    return report.failed() == 0 ? 0 : 1;
  }

  private Set<Long> seeds() {
    Optional<Point> wanted =
        Optional.ofNullable(point)
            .map(
                code ->
                    Point.of(code)
                        .orElseThrow(
                            () ->
                                new ParameterException(
                                    new CommandLine(this), "there is no point " + code)));
    return LongStream.iterate(seed, one -> one + 1)
        .filter(one -> wanted.map(each -> Plan.of(one).arms(each)).orElse(true))
        .limit(count)
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private int past(Path built, Path home, String name) throws IOException {
    Past past = new Past(built, home);
    List<Historic> faults = historic(name);
    List<Violation> without = past.withoutThem(faults);
    without.forEach(violation -> System.out.println("without any fault: " + violation));
    StringBuilder text = new StringBuilder();
    text.append("| fault | what it does | caught by | first seen as |\n|---|---|---|---|\n");
    int escaped = 0;
    for (Historic fault : faults) {
      Past.Caught caught = past.bringBack(fault);
      System.out.println(caught);
      text.append(caught).append('\n');
      escaped += caught.isCaught() ? 0 : 1;
    }
    write(text.toString());
    return escaped == 0 && without.isEmpty() ? 0 : 1;
  }

  private List<Historic> historic(String names) {
    List<String> wanted = List.of(names.split(",", -1));
    List<Historic> all = Historic.all();
    for (String name : wanted) {
      if (!name.equals("all") && all.stream().noneMatch(fault -> fault.name().equals(name))) {
        throw new ParameterException(
            new CommandLine(this), "no fault of the past is called " + name);
      }
    }
    return all.stream()
        .filter(fault -> wanted.contains("all") || wanted.contains(fault.name()))
        .toList();
  }

  private void write(String text) throws IOException {
    if (file != null) {
      Files.writeString(file, text);
    }
    System.out.println(text);
  }
}
