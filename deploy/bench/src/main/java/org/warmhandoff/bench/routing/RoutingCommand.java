package org.warmhandoff.bench.routing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.warmhandoff.bench.ground.Installation;
import org.warmhandoff.bench.measure.Bar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** How quickly somebody is found, and how punctually somebody else is asked. */
@Command(
    name = "routing",
    mixinStandardHelpOptions = true,
    description =
        "the decision alone, an officer's fact until its page, and deadlines that fall due together",
    showDefaultValues = true)
public final class RoutingCommand implements Callable<Integer> {

  /** What can be measured by itself. */
  enum Phase {
    /** The pure function with its reasons. */
    DECISIONS,
    /** A fact posted until its page is committed. */
    PAGES,
    /** Deadlines until what follows is committed. */
    DEADLINES
  }

  @Option(names = "--decisions", description = "of one turn")
  private int decisions = 100_000;

  @Option(names = "--turns", description = "of decisions, after as many to warm up")
  private int turns = 5;

  @Option(names = "--seconds", description = "of facts that count")
  private int seconds = 30;

  @Option(names = "--warm-up", description = "seconds of facts before those that count")
  private int warmUp = 300;

  @Option(names = "--warm-up-rate", description = "of these a second")
  private int warmUpRate = 100;

  @Option(names = "--warm-up-deadlines", description = "seconds of deadlines before")
  private int warmUpDeadlines = 30;

  @Option(names = "--rate", description = "facts a second")
  private int rate = 200;

  @Option(names = "--workers", description = "on duty for them")
  private int workers = 200;

  @Option(names = "--open", description = "assignments whose deadlines fall due")
  private int open = 10_000;

  @Option(names = "--due", description = "deadlines due each second")
  private int due = 500;

  @Option(
      names = "--only",
      split = ",",
      description = "of ${COMPLETION-CANDIDATES}, with a comma between",
      showDefaultValue = Visibility.NEVER)
  private Set<Phase> only = EnumSet.allOf(Phase.class);

  @Option(
      names = "--flag",
      description = "one more flag of the Java machine of the services",
      showDefaultValue = Visibility.NEVER)
  private List<String> flags = new ArrayList<>();

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    List<Bar> bars = new ArrayList<>();
    if (only.contains(Phase.DECISIONS)) {
      bars.add(Decisions.bar(new Decisions().perSecond(turns, decisions)));
    }
    if (only.contains(Phase.PAGES) || only.contains(Phase.DEADLINES)) {
      try (Installation place = new Installation(flags)) {
        place.doors().setUp();
        place.startRouting();
        if (only.contains(Phase.PAGES)) {
          bars.addAll(new Facts(place, rate, workers).run(warmUp, warmUpRate, seconds));
        }
        if (only.contains(Phase.DEADLINES)) {
          bars.addAll(new Deadlines(place, due).run(warmUpDeadlines, open));
        }
      }
    }
    bars.forEach(System.out::println);
    return bars.stream().allMatch(Bar::reached) ? 0 : 1;
  }
}
