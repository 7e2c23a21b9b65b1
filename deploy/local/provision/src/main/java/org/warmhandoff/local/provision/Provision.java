package org.warmhandoff.local.provision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Access.Grant;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.contracts.Topics.Topic;

/**
 * Brings a cluster to what {@link Topics} and {@link Access} say, as the administrator: no
 * service's own principal may create a topic or a grant. Running it again changes nothing, except
 * that passwords become the ones given now.
 */
public final class Provision implements AutoCloseable {

  /** The principal that may do everything. */
  public static final String ADMIN = "admin";

  /** RFC 7677 asks for at least 4096; more only slows every connection of a local stack. */
  private static final int SCRAM_ITERATIONS = 4096;

  private static final long PATIENCE_SECONDS = 30;
  private static final short REPLICATION = 1;

  private final String servers;
  private final Admin admin;

  private Provision(String servers, Admin admin) {
    this.servers = servers;
    this.admin = admin;
  }

  /**
   * Connects as the administrator over SASL_PLAINTEXT with SCRAM-SHA-512.
   *
   * @param servers host:port, comma separated
   */
  public static Provision as(String servers, String adminPassword) {
    return new Provision(servers, Admin.create(client(servers, ADMIN, adminPassword)));
  }

  /** The connection settings of any principal, for clients of every kind. */
  public static Map<String, Object> client(String servers, String principal, String password) {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        servers,
        AdminClientConfig.SECURITY_PROTOCOL_CONFIG,
        "SASL_PLAINTEXT",
        SaslConfigs.SASL_MECHANISM,
        "SCRAM-SHA-512",
        SaslConfigs.SASL_JAAS_CONFIG,
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(quoted(principal), quoted(password)));
  }

  /**
   * Creates the shared topics, the users and their grants.
   *
   * @param passwords by principal; one for each principal of {@link Access#shared()}
   */
  public void shared(Map<String, String> passwords) {
    List<Grant> grants = Access.shared();
    Set<String> principals = grants.stream().map(Grant::principal).collect(Collectors.toSet());
    if (!passwords.keySet().containsAll(principals)) {
      throw new IllegalArgumentException("a principal has no password");
    }
    topics(Topics.shared());
    users(passwords);
    grants(grants);
  }

  /** Creates an agency's two topics, its user and the grants on both sides. */
  public void agency(String code, String password) {
    topics(Topics.ofAgency(code));
    users(Map.of(Access.principalOf(code), password));
    grants(Access.ofAgency(code));
  }

  private void topics(List<Topic> wanted) {
    Set<String> present = await(admin.listTopics().names());
    List<NewTopic> missing =
        wanted.stream()
            .filter(topic -> !present.contains(topic.name()))
            .map(
                topic ->
                    new NewTopic(topic.name(), topic.partitions(), REPLICATION)
                        .configs(topic.config()))
            .toList();
    admin.createTopics(missing).values().values().forEach(Provision::awaitThere);
  }

  /** A client that lost the answer asks once more: that it is there already is what was wanted. */
  private static void awaitThere(KafkaFuture<Void> topic) {
    try {
      await(topic);
    } catch (IllegalStateException refused) {
      if (!(refused.getCause() instanceof ExecutionException failure
          && failure.getCause() instanceof TopicExistsException)) {
        throw refused;
      }
    }
  }

  private void users(Map<String, String> passwords) {
    List<UserScramCredentialAlteration> users =
        passwords.entrySet().stream()
            .<UserScramCredentialAlteration>map(
                user ->
                    new UserScramCredentialUpsertion(
                        user.getKey(),
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS),
                        user.getValue()))
            .toList();
    await(admin.alterUserScramCredentials(users).all());
    passwords.entrySet().stream()
        .findAny()
        .ifPresent(user -> awaitLetIn(user.getKey(), user.getValue()));
  }

  /**
   * The controller has answered before the broker lets them in, and a client that is turned away
   * takes that for an answer. They were written together, so one of them speaks for all.
   */
  private void awaitLetIn(String principal, String password) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try (Admin user = Admin.create(client(servers, principal, password))) {
      while (true) {
        try {
          await(user.describeCluster().clusterId());
          return;
        } catch (IllegalStateException refused) {
          boolean notYet =
              refused.getCause() instanceof ExecutionException failure
                  && failure.getCause() instanceof SaslAuthenticationException;
          if (!notYet || System.nanoTime() > giveUp) {
            throw refused;
          }
        }
      }
    }
  }

  private void grants(Collection<Grant> grants) {
    await(admin.createAcls(grants.stream().flatMap(Provision::bindings).toList()).all());
  }

  /** Producers need no more than WRITE: since Kafka 3.0 it includes idempotent writing. */
  private static Stream<AclBinding> bindings(Grant grant) {
    AccessControlEntry entry =
        new AccessControlEntry(
            "User:" + grant.principal(), "*", operation(grant), AclPermissionType.ALLOW);
    return Stream.of(new AclBinding(pattern(grant), entry));
  }

  private static AclOperation operation(Grant grant) {
    return switch (grant.operation()) {
      case READ -> AclOperation.READ;
      case WRITE -> AclOperation.WRITE;
      case DESCRIBE -> AclOperation.DESCRIBE;
    };
  }

  private static ResourcePattern pattern(Grant grant) {
    return switch (grant.resource()) {
      case TOPIC -> new ResourcePattern(ResourceType.TOPIC, grant.name(), PatternType.LITERAL);
      case GROUP ->
          new ResourcePattern(
              ResourceType.GROUP,
              grant.name(),
              // A literal "*" is Kafka's name for every group; as a prefix it would match none.
              grant.name().equals("*") ? PatternType.LITERAL : PatternType.PREFIXED);
    };
  }

  private static String quoted(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the cluster refused: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the cluster did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while provisioning", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
