package org.warmhandoff.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Access.Operation;

/** Has the services tell a topic again, one after the other, and says how far they are. */
final class Republish {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final int UNDER_WAY = 409;

  private final Api api;
  private final Consumer<String> out;

  Republish(Api api, Consumer<String> out) {
    this.api = api;
    this.out = out;
  }

  /**
   * Returns when everything was told again.
   *
   * @param topic empty for all of them
   * @throws Trouble where the services do not answer, or nobody tells this topic
   */
  void run(Instant from, Optional<String> topic) {
    List<Stack.Service> tellers = topic.map(Republish::tellersOf).orElseGet(Republish::all);
    for (Stack.Service service : tellers) {
      String door = "/" + service.code() + "/api/v1/republish";
      ObjectNode request = JSON.createObjectNode().put("from", from.toString());
      topic.ifPresent(name -> request.put("topic", name));
      if (api.post(door, request) == UNDER_WAY) {
        out.accept(service.principal() + ": a republish is under way already; it goes first");
        follow(service, door);
        if (api.post(door, request) == UNDER_WAY) {
          throw new Trouble(service.principal() + ": somebody else started one more");
        }
      }
      follow(service, door);
    }
  }

  private void follow(Stack.Service service, String door) {
    String said = "";
    while (true) {
      JsonNode state = api.get(door);
      boolean done = state.hasNonNull("finishedAt");
      String says =
          "%-22s %3d %%  %d facts told again, %d left out%s"
              .formatted(
                  service.principal(),
                  Math.round(state.path("done").asDouble() * 100),
                  state.path("sent").asLong(),
                  state.path("leftOut").asLong(),
                  done ? ", done" : "");
      if (!says.equals(said)) {
        out.accept(says);
        said = says;
      }
      if (done) {
        return;
      }
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  private static List<Stack.Service> all() {
    return List.of(Stack.Service.values());
  }

  /** Who may write a topic tells it; an agency's own answers are told by nobody here. */
  private static List<Stack.Service> tellersOf(String topic) {
    List<Stack.Service> tellers = new ArrayList<>();
    for (Stack.Service service : Stack.Service.values()) {
      boolean writes =
          Access.shared().stream()
              .anyMatch(
                  grant ->
                      grant.operation() == Operation.WRITE
                          && grant.name().equals(topic)
                          && grant.principal().equals(service.principal()));
      boolean referrals =
          service == Stack.Service.REFERRAL
              && topic.matches("agency\\.[a-z0-9-]+\\.referrals\\.v1");
      if (writes || referrals) {
        tellers.add(service);
      }
    }
    if (tellers.isEmpty()) {
      throw new Trouble(
          "no service tells "
              + topic
              + " (what agencies answered, they alone could send again; it was taken already)");
    }
    return tellers;
  }
}
