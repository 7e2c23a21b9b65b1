package org.warmhandoff.local.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.local.provision.Provision;

/**
 * What a Compose installation has done once, each in a container that ends: topics and grants
 * before the services start, the demonstration's configuration after. Doing it again changes
 * nothing.
 *
 * @param environment what the container is given, by the names in docker-compose.yml
 */
record ComposeTasks(DemoPeople people, Map<String, String> environment) {

  static ComposeTasks inContainer(Installation installation) {
    return new ComposeTasks(DemoPeople.in(installation), System.getenv());
  }

  /**
   * @throws Trouble if the broker does not answer or a password is missing
   */
  void topics() {
    Map<String, String> passwords = new TreeMap<>();
    Access.shared()
        .forEach(grant -> passwords.put(grant.principal(), kafkaPassword(grant.principal())));
    try (Provision provision =
        Provision.as(given("HANDOFF_KAFKA_SERVERS"), kafkaPassword(Stack.ADMIN))) {
      provision.shared(passwords);
      for (String agency : DemoConfiguration.agencies()) {
        provision.agency(agency, kafkaPassword(Access.principalOf(agency)));
      }
    }
    Say.line("Topics, users and grants are as they should be.");
  }

  /**
   * @throws Trouble naming the entry a service refused
   */
  void demo() {
    Api.DemoClient operator =
        new Api.DemoClient("operator", given(KeycloakRealm.secretOf("operator")));
    Api api = new Api(given("HANDOFF_API"), URI.create(given("HANDOFF_TOKEN_URL")), operator);
    Path mark = Path.of(given("HANDOFF_DEMO_MARK"));
    new DemoConfiguration(mark, people, api, Say::line).load();
    Say.line("The demonstration's configuration is entered.");
  }

  private String kafkaPassword(String principal) {
    return given(ComposeEnvironment.kafka(principal));
  }

  private String given(String name) {
    @Nullable String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new Trouble(name + " is not set");
    }
    return value;
  }
}
