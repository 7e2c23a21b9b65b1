package org.warmhandoff.bench.intake;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.warmhandoff.bench.measure.Bar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Intake side by side with pgbench and a twin, in one run on one database server. */
@Command(
    name = "intake",
    mixinStandardHelpOptions = true,
    description = "intake beside pgbench with the same inserts and a persist-per-request twin",
    showDefaultValues = true)
public final class IntakeCommand implements Callable<Integer> {

  @Option(names = "--seconds", description = "of each turn")
  private int seconds = 20;

  @Option(names = "--warm-up", description = "seconds of posts before the first turn of each kind")
  private int warmUp = 80;

  @Option(names = "--rounds", description = "turns of everybody; the median of their ratios counts")
  private int rounds = 3;

  @Option(names = "--connections", description = "kept open; pgbench's clients, too")
  private int connections = 64;

  @Option(names = "--streams", description = "of lines, open at once")
  private int streams = 2;

  @Option(names = "--times", description = "what it can carry, to overload it")
  private double times = 3;

  @Option(names = "--overload-connections", description = "kept open in the overload")
  private int most = 512;

  @Option(
      names = "--only",
      split = ",",
      description = "of ${COMPLETION-CANDIDATES}, with a comma between",
      showDefaultValue = Visibility.NEVER)
  private Set<IntakeBench.Phase> only = EnumSet.allOf(IntakeBench.Phase.class);

  @Option(
      names = "--flag",
      description = "one more flag of the Java machine of the service and of the twin",
      showDefaultValue = Visibility.NEVER)
  private List<String> flags = new ArrayList<>();

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    Effort effort = new Effort(seconds, warmUp, rounds, connections);
    List<Bar> bars = new IntakeBench(effort, only, streams, times, most, flags).run().bars();
    bars.forEach(System.out::println);
    return bars.stream().allMatch(Bar::reached) ? 0 : 1;
  }
}
