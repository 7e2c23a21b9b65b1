package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The verbs of {@code ./handoff} that start, stop and look at the local stack, and those of an
 * operator, who may mean another installation.
 */
public final class Launcher {

  private static final int NOT_READY = 1;
  private static final int WRONG = 2;
  private static final int NOT_RUNNING = 3;

  private Launcher() {}

  /** Ends with 0, 1 where something went wrong, 2 on a wrong command line. */
  public static void main(String[] words) {
    try {
      System.exit(run(Arguments.read(words)));
    } catch (Trouble trouble) {
      System.err.println(trouble.getMessage());
      System.exit(NOT_READY);
    }
  }

  private static int run(Arguments arguments) {
    Installation installation = Installation.here();
    Path project = installation.root();
    DataFolder data = new DataFolder(arguments.data(project));
    return switch (arguments.verb()) {
      case "up" -> up(installation, data, arguments);
      case "down" -> {
        new Down(data).run();
        yield 0;
      }
      case "status" -> status(installation, data, arguments);
      case "republish" -> {
        new Republish(Target.of(installation, data, arguments).api(), Say::line)
            .run(arguments.from(), arguments.topic());
        yield 0;
      }
      case "train" -> {
        new Training(installation).run();
        yield 0;
      }
      case "compose-env" -> {
        ComposeEnvironment.write(installation, arguments.to(project));
        yield 0;
      }
      case "compose-topics" -> {
        ComposeTasks.inContainer(installation).topics();
        yield 0;
      }
      case "compose-demo" -> {
        ComposeTasks.inContainer(installation).demo();
        yield 0;
      }
      case "logs" -> {
        new Logs(data).show(arguments.rest(), arguments.has("--follow"));
        yield 0;
      }
      default -> {
        System.err.println(arguments.verb() + " is no verb; ./handoff help lists them");
        yield WRONG;
      }
    };
  }

  private static int up(Installation installation, DataFolder data, Arguments arguments) {
    Optional<RunFile> live = RunFile.live(data);
    if (live.isPresent()) {
      Say.line(
          "Warm Handoff is already up at %s (process %d). ./handoff down stops it."
              .formatted(
                  new Ports(live.get().portBase()).frontDoorAddress(),
                  live.get().launcher().pid()));
      return 0;
    }
    Ports ports = arguments.ports().orElseGet(() -> new Ports(Ports.STANDARD_BASE));
    if (arguments.has("--detach")) {
      new Background(installation, data, ports, arguments).run();
    } else {
      new Up(installation, data, ports, arguments).run();
    }
    return 0;
  }

  private static int status(Installation installation, DataFolder data, Arguments arguments) {
    ObjectNode status =
        Target.elsewhere(installation, arguments)
            .map(target -> new StatusElsewhere(target).gather())
            .orElseGet(() -> new Status(installation, data, InstantSource.system()).gather());
    if (arguments.has("--json")) {
      Say.line(status.toPrettyString());
    } else {
      new StatusPrint(Say::line).print(status);
    }
    if (!status.path("up").asBoolean()) {
      return NOT_RUNNING;
    }
    return status.path("ready").asBoolean() ? 0 : NOT_READY;
  }
}
