package org.warmhandoff.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionRequiredException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
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
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.eventing.sample.Eventually;
import org.warmhandoff.eventing.sample.TellSample;
import org.warmhandoff.local.provision.Provision;
import org.warmhandoff.testbed.Records;
import org.warmhandoff.testbed.Sql;
import org.warmhandoff.testbed.Stack;
import org.warmhandoff.testbed.WithStack;

@QuarkusTest
@WithStack(Access.INCIDENT_SERVICE)
class RelayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject TellSample tellSample;
  @Inject Outbox outbox;
  @Inject RelaySettings settings;

  private final Sql owner = Sql.database("incident");
  private final Sql app = Sql.as("incident", "incident_app");
  private final Sql superuser = Sql.superuser("incident");

  @Test
  void whatIsToldIsPublishedOnceAndInOrder() {
    UUID aggregate = UUID.randomUUID();
    for (int i = 0; i < 20; i++) {
      tellSample.tell(aggregate);
    }
    await(aggregate, 20);
    assertThat(published(aggregate)).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void nothingIsToldOutsideATransaction() {
    UUID id = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                outbox.tell(
                    Subject.of(id, 1, "windsor", "CA-ON", Mode.LIVE),
                    new OfficersCleared(id, id, Instant.EPOCH)))
        .hasRootCauseInstanceOf(TransactionRequiredException.class);
  }

  @Test
  void whatWasToldStaysTold() {
    tellSample.tell(UUID.randomUUID());
    for (String change :
        List.of("update outbox set topic = 'x'", "delete from outbox", "truncate outbox")) {
      assertThatThrownBy(() -> app.run(change)).hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> app.run("delete from outbox_cursor"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void twoEventsCannotMakeTheSameVersion() throws SQLException {
    UUID aggregate = UUID.randomUUID();
    try (Connection connection = app.connection()) {
      insert(connection, aggregate, 1);
      assertThatThrownBy(() -> insert(connection, aggregate, 1)).hasMessageContaining("unique");
    }
  }

  @Test
  void aLaterCommitWithAnEarlierNumberIsNotLost() throws SQLException {
    UUID early = UUID.randomUUID();
    UUID late = UUID.randomUUID();
    try (Connection slow = app.connection();
        Connection quick = app.connection()) {
      slow.setAutoCommit(false);
      insert(slow, early, 1);
      insert(quick, late, 1);
      await(late, 1);
      assertThat(published(early)).isEmpty();
      slow.commit();
      await(early, 1);
    }
  }

  @Test
  void aLongTransactionBesideHoldsNothingUp() throws SQLException {
    try (Connection lingering = app.connection();
        Statement statement = lingering.createStatement()) {
      lingering.setAutoCommit(false);
      statement.execute("select pg_current_xact_id()");
      UUID first = UUID.randomUUID();
      tellSample.tell(first);
      await(first, 1);
      UUID second = UUID.randomUUID();
      tellSample.tell(second);
      await(second, 1);
      UUID own = UUID.randomUUID();
      insert(lingering, own, 1);
      lingering.commit();
      await(own, 1);
      assertThat(published(first)).as("read again and again, but sent once").containsExactly(1L);
    }
  }

  @Test
  void aRolledBackFactWasNeverTold() throws SQLException {
    UUID never = UUID.randomUUID();
    try (Connection connection = app.connection()) {
      connection.setAutoCommit(false);
      insert(connection, never, 1);
      connection.rollback();
    }
    UUID after = UUID.randomUUID();
    tellSample.tell(after);
    await(after, 1);
    assertThat(published(never)).isEmpty();
  }

  @Test
  void aLeaderOfThePastMovesNothing() throws SQLException {
    try (RelayDatabase usurper = settings.connect()) {
      // The lock is not asked for: this is what a replica does that wrongly believes to hold it.
      Cursor taken = usurper.takeOver();
      UUID aggregate = UUID.randomUUID();
      tellSample.tell(aggregate);
      await(aggregate, 1);
      Eventually.until(() -> owner.count("select epoch from outbox_cursor") > taken.epoch());
      assertThatThrownBy(() -> usurper.move(taken)).isInstanceOf(RelayDatabase.Deposed.class);
      UUID next = UUID.randomUUID();
      tellSample.tell(next);
      await(next, 1);
    }
  }

  @Test
  void oneLeadsAndTheOthersStandBy() throws SQLException {
    UUID any = UUID.randomUUID();
    tellSample.tell(any);
    await(any, 1);
    try (RelayDatabase other = settings.connect()) {
      assertThat(other.tryToLead()).isFalse();
    }
  }

  @Test
  void aDatabaseWithYoungerTransactionIdsIsRefused() throws SQLException {
    String kept =
        String.valueOf(
            owner.rows("select window_from::text as w from outbox_cursor").getFirst().get("w"));
    try (Connection connection = owner.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "update outbox_cursor set window_from = '900000000000:900000000000:'::pg_snapshot");
      connection.commit();
      try (RelayDatabase database = settings.connect()) {
        assertThatThrownBy(database::takeOver)
            .isInstanceOf(RelayDatabase.Refused.class)
            .hasMessageContaining("restored");
      } finally {
        statement.execute(
            "update outbox_cursor set window_from = '" + kept + "'::pg_snapshot, last_seq = 0");
        connection.commit();
      }
    }
    UUID after = UUID.randomUUID();
    tellSample.tell(after);
    await(after, 1);
  }

  /** Many pages, and the relay's connection cut again and again between sending and moving. */
  @Test
  void aLargeBacklogIsDrainedInOrderThoughTheRelayIsCutOff() throws SQLException {
    List<UUID> aggregates = Stream.generate(UUID::randomUUID).limit(50).toList();
    int versions = 400;
    try (Connection connection = app.connection()) {
      connection.setAutoCommit(false);
      for (int version = 1; version <= versions; version++) {
        for (UUID aggregate : aggregates) {
          insert(connection, aggregate, version);
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
      insert(connection, missing, waiting, 1);
      insert(connection, missing, waiting, 2);
    }
    UUID other = UUID.randomUUID();
    tellSample.tell(other);
    await(other, 1);
    Eventually.until(() -> held(missing) == 2);
    try (Connection connection = app.connection()) {
      insert(connection, missing, waiting, 3);
    }
    Eventually.until(() -> held(missing) == 3);

    found(missing);
    Eventually.until(() -> held(missing) == 0);
    assertThat(Records.read(missing).stream().map(found -> found.header("ce_aggregateversion")))
        .containsExactly("1", "2", "3");
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
    await(aggregate, 6);
    assertThat(published(aggregate).stream().distinct())
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

  private static void insert(Connection connection, UUID aggregate, long version)
      throws SQLException {
    insert(connection, Topics.INCIDENT, aggregate, version);
  }

  private static void insert(Connection connection, String topic, UUID aggregate, long version)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into outbox (id, topic, record_key, type, subject, version, police_service,"
                + " jurisdiction, mode, business_time, correlation, body) values"
                + " (gen_random_uuid(), ?, ?, 'org.warmhandoff.officers-cleared.v1', ?, ?,"
                + " 'windsor', 'CA-ON', 'LIVE', now(), ?, ?)")) {
      insert.setString(1, topic);
      insert.setString(2, aggregate.toString());
      insert.setObject(3, aggregate);
      insert.setLong(4, version);
      insert.setObject(5, aggregate);
      insert.setBytes(6, new byte[] {'{', '}'});
      insert.executeUpdate();
    }
  }

  private static void await(UUID aggregate, long version) {
    Records.await(Topics.INCIDENT, PATIENCE, is(aggregate, version));
  }

  private static Predicate<Records.Found> is(UUID aggregate, long version) {
    return found ->
        aggregate.toString().equals(found.key())
            && found.header("ce_aggregateversion").equals(Long.toString(version));
  }

  private static List<Long> published(UUID aggregate) {
    return Records.read(Topics.INCIDENT).stream()
        .filter(found -> aggregate.toString().equals(found.key()))
        .map(found -> Long.valueOf(found.header("ce_aggregateversion")))
        .toList();
  }
}
