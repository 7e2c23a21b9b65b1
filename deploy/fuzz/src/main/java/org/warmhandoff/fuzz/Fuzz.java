package org.warmhandoff.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The verb {@code ./handoff fuzz}. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Feeds the readers of what comes from outside with what finds new ways in them.",
    footer = {
      "",
      "Targets, all of them where none is named:",
      "${fuzz.targets}",
      "",
      "A reader may take an input or refuse it (4xx); what else it throws, an input's own words in a"
          + " refusal, and work beyond what the input's length allows are findings. Each is kept as"
          + " a file; in deploy/fuzz/src/test/resources/seeds it is read in every test run."
    })
public final class Fuzz implements Callable<Integer> {

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "how long each target is fed (default: ${DEFAULT-VALUE})")
  private int seconds = 60;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "where what was learned and found is kept from one run to the next (default:"
              + " target/fuzz)")
  private @Nullable Path folder;

  @Parameters(paramLabel = "TARGET", arity = "0..*", description = "what to feed")
  private List<String> names = new ArrayList<>();

  private Fuzz() {}

  /** Exits with 0 when nothing was found, 1 when something was, 2 when it was asked wrongly. */
  public static void main(String[] arguments) {
    System.setProperty(
        "fuzz.targets",
        Stream.of(Target.values())
            .map(target -> "  %-8s %s".formatted(target.code(), target.words()))
            .collect(Collectors.joining("%n")));
    System.exit(new CommandLine(new Fuzz()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (seconds < 1) {
      throw new ParameterException(new CommandLine(this), "--seconds must be 1 or more");
    }
    List<Target> targets = targets();
    Path root = Path.of(System.getProperty("handoff.root", "")).toAbsolutePath().normalize();
    Path home = folder == null ? root.resolve("target/fuzz") : folder.toAbsolutePath();
    Path seeds = root.resolve("deploy/fuzz/src/test/resources/seeds");
    List<Outcome> outcomes = new ArrayList<>();
    for (Target target : targets) {
      System.out.printf("%s: %s, %d s%n", target.code(), target.words(), seconds);
      Feeding feeding =
          new Feeding(
              Driver.class.getName(),
              target.code(),
              seeds.resolve(target.code()),
              home.resolve(target.code()));
      outcomes.add(feeding.run(List.of("-max_total_time=" + seconds), System.out::println));
    }
    System.out.println();
    outcomes.forEach(System.out::println);
    return outcomes.stream().allMatch(Outcome::clean) ? 0 : 1;
  }

  private List<Target> targets() {
    return names.isEmpty()
        ? List.of(Target.values())
        : names.stream()
            .map(
                name ->
                    Target.of(name)
                        .orElseThrow(
                            () ->
                                new ParameterException(
                                    new CommandLine(this), "there is no target " + name)))
            .toList();
  }
}
