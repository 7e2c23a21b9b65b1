package org.warmhandoff.simulator.trace;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Installation;
import org.warmhandoff.simulator.stack.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trace ID}. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description =
        "Prints the walk of one incident: state, events, deliveries, refusals and dead letters of all"
            + " four services. No personal data.")
public final class TraceCommand implements Callable<Integer> {

  @Mixin private Installation installation = new Installation();

  @Mixin private AskedIncident asked = new AskedIncident();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "zone the times are shown in (default: this machine's)")
  private @Nullable String zone;

  private final PrintStream out = System.out;

  /** For the command line. */
  public TraceCommand() {}

  @Override
  public Integer call() {
    Door door = installation.door();
    Optional<UUID> incident = asked.id(door);
    if (incident.isEmpty()) {
      return 1;
    }
    Walk walk = new Walk();
    int silent = 0;
    for (String service : Services.ROOTS) {
      Answer answer =
          door.get(Caller.operator(), "/" + service + "/api/v1/trace/" + incident.get());
      if (answer.done()) {
        walk.add(service, answer.json());
      } else if (answer.status() != 404) {
        System.err.println("The " + service + " service does not tell: " + answer.problem());
        silent++;
      }
    }
    if (walk.isEmpty()) {
      out.println("Nothing is known of incident " + incident.get() + ".");
      return 1;
    }
    ZoneId shown = zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
    out.println("Incident " + incident.get() + ", times in " + shown + ".");
    out.println("recorded      business time        service       what         of it");
    walk.told(shown).forEach(out::println);
    return silent == 0 ? 0 : 1;
  }
}
