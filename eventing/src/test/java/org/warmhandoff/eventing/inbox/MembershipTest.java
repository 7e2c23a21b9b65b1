package org.warmhandoff.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.local.provision.Provision;
import org.warmhandoff.testbed.Stack;
import org.warmhandoff.testbed.WithStack;

/** A broker that for a while does not know its users, as one that came back without its disk. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class MembershipTest {

  private static final String GROUP = "incident-service.assignments";

  @Inject KafkaClientService clients;

  @Test
  void whoWasTurnedAwayJoinsAgain() throws Exception {
    Stack stack = Stack.start();
    try (Admin admin =
        Admin.create(
            Provision.client(
                stack.kafkaServers(), Provision.ADMIN, stack.kafkaPassword(Provision.ADMIN)))) {
      Eventually.until(() -> members(admin).filter(all -> !all.isEmpty()).isPresent());
      Set<String> before = members(admin).orElseThrow();

      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialDeletion(
                      Access.INCIDENT_SERVICE, ScramMechanism.SCRAM_SHA_512)))
          .all()
          .get();
      stack.crashBroker();
      // Long enough to be refused, by chance in that thread too which keeps the membership alive.
      Eventually.until(() -> sinceSignOfLife().compareTo(Duration.ofSeconds(4)) > 0);
      Eventually.until(() -> members(admin).filter(Set::isEmpty).isPresent());
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      Access.INCIDENT_SERVICE,
                      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                      stack.kafkaPassword(Access.INCIDENT_SERVICE))))
          .all()
          .get();

      Eventually.until(() -> members(admin).filter(all -> !all.isEmpty()).isPresent());
      assertThat(members(admin).orElseThrow()).doesNotContainAnyElementsOf(before);
      Eventually.until(() -> sinceSignOfLife().compareTo(Duration.ofSeconds(4)) < 0);
    }
  }

  /** Empty where the broker does not say. */
  private static Optional<Set<String>> members(Admin admin) {
    try {
      return Optional.of(
          admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
              .flatMap(group -> group.members().stream())
              .map(MemberDescription::consumerId)
              .collect(Collectors.toSet()));
    } catch (ExecutionException e) {
      return e.getCause() instanceof GroupIdNotFoundException
          ? Optional.of(Set.of())
          : Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Duration sinceSignOfLife() {
    return clients.getConsumers("assignments").stream()
        .map(Membership::sinceSignOfLife)
        .findFirst()
        .orElseThrow();
  }
}
