package org.warmhandoff.bench.linkage;

import java.util.List;
import java.util.concurrent.Callable;
import org.warmhandoff.bench.measure.Bar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The vault's linkage over people who do not exist, whose truth is known. */
@Command(
    name = "linkage",
    mixinStandardHelpOptions = true,
    description = "precision and recall of record linkage over a made-up population",
    showDefaultValues = true)
public final class LinkageCommand implements Callable<Integer> {

  @Option(names = "--people", description = "how many live there")
  private int people = 60_000;

  @Option(names = "--incidents", description = "how many are reported")
  private int incidents = 50_000;

  @Option(names = "--seed", description = "of the people and of the clerks' mistakes")
  private long seed = 20_260_101;

  @Override
  public Integer call() {
    Outcome outcome = Trial.of(people, incidents, seed);
    outcome.lines().forEach(System.out::println);
    List<Bar> bars = outcome.bars();
    bars.forEach(System.out::println);
    return bars.stream().allMatch(Bar::reached) ? 0 : 1;
  }
}
