package org.warmhandoff.simulator;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.warmhandoff.simulator.check.CheckCadCommand;
import org.warmhandoff.simulator.demo.DemoCommand;
import org.warmhandoff.simulator.door.Unreachable;
import org.warmhandoff.simulator.replay.ReplayCommand;
import org.warmhandoff.simulator.trace.ExplainCommand;
import org.warmhandoff.simulator.trace.TraceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs of {@code ./handoff} that use the installation from outside. */
@Command(
    name = "handoff",
    mixinStandardHelpOptions = true,
    subcommands = {
      ReplayCommand.class,
      DemoCommand.class,
      TraceCommand.class,
      ExplainCommand.class,
      CheckCadCommand.class
    })
public final class Simulator {

  private Simulator() {}

  /** Exits with 0 when all went as asked, 1 when not, 2 when it was asked wrongly. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** As {@link #main}, without ending the program. */
  public static int run(String... arguments) {
    return new CommandLine(new Simulator())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (failure instanceof NoSuchFileException missing) {
                command.getErr().println("There is no file " + missing.getFile() + ".");
                return 2;
              }
              if (failure instanceof FileSystemException file) {
                command.getErr().println("This file cannot be read: " + file.getMessage());
                return 2;
              }
              if (failure instanceof Unreachable || failure instanceof UncheckedIOException) {
                command.getErr().println(failure.getMessage());
              } else {
                failure.printStackTrace(command.getErr());
              }
              return 1;
            })
        .execute(arguments);
  }
}
