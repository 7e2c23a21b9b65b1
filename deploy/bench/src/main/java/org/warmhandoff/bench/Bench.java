package org.warmhandoff.bench;

import org.warmhandoff.bench.intake.IntakeCommand;
import org.warmhandoff.bench.linkage.LinkageCommand;
import org.warmhandoff.bench.relay.RelayCommand;
import org.warmhandoff.bench.routing.RoutingCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./handoff bench NAME}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the system beside its peers; ends with one line for each goal.",
    subcommands = {
      RelayCommand.class,
      LinkageCommand.class,
      IntakeCommand.class,
      RoutingCommand.class
    })
public final class Bench {

  private Bench() {}

  /** Exits with 0 when every goal was reached, 1 when one was not, 2 when it was asked wrongly. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }
}
