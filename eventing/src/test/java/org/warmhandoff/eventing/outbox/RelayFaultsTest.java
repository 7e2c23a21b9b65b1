package org.warmhandoff.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.eventing.sample.Forgetful;
import org.warmhandoff.eventing.sample.TellSample;
import org.warmhandoff.local.provision.Provision;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.Stack;
import org.warmhandoff.testbed.WithStack;

/** Troubles of the brokers and the database, during which nothing may be lost or reordered. */
@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class RelayFaultsTest {

  @Inject TellSample tellSample;
  @Inject Forgetful forgetful;

  private final Sql owner = Sql.database("incident");
  private final Sql app = Sql.as("incident", "incident_app");
  private final Sql superuser = Sql.superuser("incident");

  /** Many pages, and the relay's connection cut again and again between sending and moving. */
  @Test
  void aLargeBacklogIsDrainedInOrderThoughTheRelayIsCutOff() throws SQLException {
    List<UUID> aggregates = Stream.generate(UUID::randomUUID).limit(50).toList();
    int versions = 400;
    try (Connection connection = app.connection()) {
      connection.setAutoCommit(false);
      for (int version = 1; version <= versions; version++) {
        for (UUID aggregate : aggregates) {
          Told.insert(connection, aggregate, version);
        }
      }
      connection.commit();
    }
    for (int cut = 0; cut < 3; cut++) {
      long epoch = owner.count("select epoch from outbox_cursor");
      superuser.run(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where application_name like 'relay of %'");
      Eventually.until(() -> owner.count("select epoch from outbox_cursor") > epoch);
    }
    Eventually.until(
        () ->
            owner.count(
                    "select count(*) from outbox_cursor where window_to is null"
                        + " and (select max(xid) from outbox)::text::bigint"
                        + " < pg_snapshot_xmax(window_from)::text::bigint")
                == 1);
    Map<String, List<Long>> heard = new LinkedHashMap<>();
    for (Records.Found found : Records.read(Topics.INCIDENT)) {
      heard
          .computeIfAbsent(String.valueOf(found.key()), key -> new ArrayList<>())
          .add(Long.valueOf(found.header("ce_aggregateversion")));
    }
    List<Long> wanted = LongStream.rangeClosed(1, versions).boxed().toList();
    for (UUID aggregate : aggregates) {
      List<Long> sent = heard.getOrDefault(aggregate.toString(), List.of());
      assertThat(sent.stream().distinct().toList())
          .as("in order of first sending")
          .isEqualTo(wanted);
      assertNoGapAfterFallingBack(sent);
    }
  }

  @Test
  void aTopicThatTakesNothingStopsNoOther() throws SQLException {
    String missing = Topics.agencyReferrals("founded-later");
    UUID waiting = UUID.randomUUID();
    try (Connection connection = app.connection()) {
      Told.insert(connection, missing, waiting, 1);
      Told.insert(connection, missing, waiting, 2);
    }
    UUID other = UUID.randomUUID();
    tellSample.tell(other);
    Told.await(other, 1);
    Eventually.until(() -> held(missing) == 2);
    try (Connection connection = app.connection()) {
      Told.insert(connection, missing, waiting, 3);
    }
    Eventually.until(() -> held(missing) == 3);

    found(missing);
    Eventually.until(() -> held(missing) == 0);
    assertThat(Records.read(missing).stream().map(found -> found.header("ce_aggregateversion")))
        .containsExactly("1", "2", "3");
  }

  @Test
  void whatIsRecalledWhileItIsHeldIsToldNobody() throws SQLException {
    String missing = Topics.agencyReferrals("founded-much-later");
    UUID recalled = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    try (Connection connection = app.connection()) {
      Told.insert(connection, missing, recalled, 1);
      Told.insert(connection, missing, other, 1);
    }
    Eventually.until(() -> held(missing) == 2);
    forgetful.recall(recalled);

    found(missing);
    Eventually.until(() -> held(missing) == 0);
    assertThat(Records.read(missing).stream().map(Records.Found::key))
        .containsExactly(other.toString());
  }

  private long held(String topic) {
    return owner.count("select count(*) from outbox_held where topic = ?", topic);
  }

  /** What the administrator does for a new agency. */
  private static void found(String topic) {
    Stack stack = Stack.start();
    Map<String, Object> settings =
        Provision.client(
            stack.kafkaServers(), Provision.ADMIN, stack.kafkaPassword(Provision.ADMIN));
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
      admin
          .createAcls(
              List.of(
                  new AclBinding(
                      new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                      new AccessControlEntry(
                          "User:" + Access.INCIDENT_SERVICE,
                          "*",
                          AclOperation.WRITE,
                          AclPermissionType.ALLOW))))
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aBrokerThatCrashesDelaysButLosesNothing() {
    UUID aggregate = UUID.randomUUID();
    tellSample.tell(aggregate);
    Stack.start().crashBroker();
    for (int i = 0; i < 5; i++) {
      tellSample.tell(aggregate);
    }
    Told.await(aggregate, 6);
    assertThat(Told.published(aggregate).stream().distinct())
        .isEqualTo(LongStream.rangeClosed(1, 6).boxed().toList());
  }

  /** Where the relay fell back it went on without a gap, so that no inbox has to park. */
  private static void assertNoGapAfterFallingBack(List<Long> sent) {
    Map<Integer, Long> gaps = new HashMap<>();
    long highest = 0;
    for (int i = 0; i < sent.size(); i++) {
      if (sent.get(i) > highest + 1) {
        gaps.put(i, sent.get(i));
      }
      highest = Math.max(highest, sent.get(i));
    }
    assertThat(gaps).isEmpty();
  }
}
