package org.warmhandoff.simulator.trace;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain ID}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Prints why each program and each worker was chosen or passed over for one incident, the"
            + " newest decision first. What touches a dyad, a party or a leave reads \"not"
            + " available\" to everyone but the privacy office.")
public final class ExplainCommand implements Callable<Integer> {

  @Mixin private Installation installation = new Installation();

  @Mixin private AskedIncident asked = new AskedIncident();

  @Option(
      names = "--as",
      paramLabel = "CLIENT",
      defaultValue = "operator",
      description =
          "who asks: a client of the identity provider, or person:NAME for a demo person of the"
              + " local stack (default: ${DEFAULT-VALUE})")
  private String client = "operator";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "zone the times are shown in (default: the incident's)")
  private @Nullable String zone;

  /** For the command line. */
  public ExplainCommand() {}

  @Override
  public Integer call() {
    Door door = installation.door();
    Optional<UUID> incident = asked.id(door);
    if (incident.isEmpty()) {
      return 1;
    }
    Answer answer =
        door.get(
            new Caller(client),
            "/notification/api/v1/incidents/" + incident.get() + "/explanation");
    if (answer.status() == 404) {
      System.err.println("Routing knows no incident " + incident.get() + " that you may see.");
      return 1;
    }
    if (!answer.done()) {
      System.err.println("The notification service does not tell: " + answer.problem());
      return 1;
    }
    List<String> lines = Sentences.of(answer.json(), zone == null ? null : ZoneId.of(zone));
    if (lines.isEmpty()) {
      System.out.println("No decision is recorded for incident " + incident.get() + ".");
      return 0;
    }
    System.out.println("Incident " + incident.get() + ", the newest decision first.");
    lines.forEach(System.out::println);
    return 0;
  }
}
