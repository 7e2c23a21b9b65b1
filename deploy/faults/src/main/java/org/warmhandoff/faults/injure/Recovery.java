package org.warmhandoff.faults.injure;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.faults.town.Town;
import org.warmhandoff.local.provision.Provision;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.stack.Services;

/** What an operator does after the broker came back without its disk. */
public final class Recovery {

  private static final int ATTEMPTS = 40;
  private static final int LOOKS = 240;

  private final Town town;

  /** Recovers this town. */
  public Recovery(Town town) {
    this.town = town;
  }

  /** Topics, users and grants anew, then everything ever told once more. */
  public void afterDiskLoss() {
    provision();
    Services.ROOTS.forEach(this::republish);
  }

  private void provision() {
    String servers = String.valueOf(town.stack().kafka("admin").get("bootstrap.servers"));
    Map<String, String> passwords = new HashMap<>();
    Access.shared()
        .forEach(
            grant ->
                passwords.put(
                    grant.principal(), town.stack().password("kafka." + grant.principal())));
    for (int attempt = 1; ; attempt++) {
      try (Provision provision = Provision.as(servers, town.stack().password("kafka.admin"))) {
        provision.shared(passwords);
        for (String agency : Town.AGENCIES) {
          provision.agency(agency, town.stack().password("kafka." + Access.principalOf(agency)));
        }
        return;
      } catch (RuntimeException notBackYet) {
        if (attempt == ATTEMPTS) {
          throw notBackYet;
        }
        Pause.REAL.waits(Duration.ofMillis(500));
      }
    }
  }

  private void republish(String root) {
    Door door = town.door();
    Answer answer =
        door.post(
            Caller.operator(),
            "/" + root + "/api/v1/republish",
            com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("from", "1970-01-01T00:00:00Z"));
    if (!answer.done()) {
      throw new IllegalStateException(root + " does not republish: " + answer.problem());
    }
    for (int look = 0;
        !isDone(door.get(Caller.operator(), "/" + root + "/api/v1/republish"));
        look++) {
      if (look == LOOKS) {
        throw new IllegalStateException(root + " does not come to an end with telling again");
      }
      Pause.REAL.waits(Duration.ofMillis(250));
    }
  }

  private static boolean isDone(Answer answer) {
    return answer.done() && answer.json().hasNonNull("finishedAt");
  }
}
