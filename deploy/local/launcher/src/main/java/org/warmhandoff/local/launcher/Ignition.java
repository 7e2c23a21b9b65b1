package org.warmhandoff.local.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.local.provision.Provision;

/**
 * The order in which a stack comes up: the ground all at once, then topics and grants, then the
 * services, then the demonstration's configuration.
 */
record Ignition(
    Installation installation, DataFolder data, Ports ports, Supervisor supervisor, Caches caches) {

  /**
   * Returns when everything serves.
   *
   * @param demo whether to enter the demonstration's configuration
   * @throws Trouble if something does not come up; what has started goes on until it is stopped
   */
  void start(boolean demo) {
    Stack stack = new Stack(installation, data, ports, Secrets.in(data.secrets()));
    stack.mustBeBuilt();
    if (stack.all().stream().anyMatch(program -> caches.flags(program).isEmpty())) {
      supervisor.say(
          "  (without prepared quick starts: ./handoff build makes them for this build)");
    }
    List<Child> broker = supervisor.start(caches, stack.broker());
    List<Child> database = supervisor.start(caches, stack.database());
    List<Child> doors =
        supervisor.start(caches, stack.identity(), stack.telephones(), stack.frontDoor());
    CompletableFuture<Void> topics =
        CompletableFuture.runAsync(
            () -> {
              supervisor.awaitReady(broker);
              provision(stack);
            },
            task -> Thread.ofVirtual().name("provision").start(task));
    List<Child> rest = new ArrayList<>(database);
    rest.addAll(doors);
    supervisor.awaitReady(rest);
    joined(topics);
    supervisor.awaitReady(supervisor.start(caches, stack.services().toArray(Program[]::new)));
    if (demo) {
      DemoPeople people = DemoPeople.in(installation);
      Api api = Api.behind(ports.frontDoorAddress(), people.operator());
      new DemoConfiguration(data.demoMark(), people, api, supervisor::say).load();
    }
  }

  private void provision(Stack stack) {
    long begun = System.nanoTime();
    try (Provision provision =
        Provision.as(ports.kafkaAddress(), stack.kafkaPassword(Stack.ADMIN))) {
      provision.shared(stack.kafkaPasswords());
      for (String agency : DemoConfiguration.agencies()) {
        provision.agency(agency, stack.kafkaPassword(Access.principalOf(agency)));
      }
    }
    supervisor.say(
        "  %-22s ready after %s"
            .formatted(
                "topics and grants", Say.seconds(Duration.ofNanos(System.nanoTime() - begun))));
  }

  private static void joined(CompletableFuture<Void> work) {
    try {
      work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Trouble trouble) {
        throw trouble;
      }
      throw new Trouble("Kafka could not be prepared: " + e.getCause(), e);
    }
  }
}
