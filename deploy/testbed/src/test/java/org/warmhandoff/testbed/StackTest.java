package org.warmhandoff.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Topics;

class StackTest {

  @Test
  void aServiceFindsItsOwnDatabaseAndNoOther() {
    Stack.start();
    assertThat(Sql.as("incident", "incident_app").count("select 1")).isEqualTo(1);
    assertThatThrownBy(() -> Sql.as("incident", "referral_app").count("select 1"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void theApplicationWorksInItsOwnersTablesButMakesNone() {
    Sql owner = Sql.database("analytics");
    owner.run("create table if not exists sample (id bigserial primary key, word text)");
    Sql app = Sql.as("analytics", "analytics_app");
    assertThat(app.run("insert into sample (word) values (?)", "hello")).isEqualTo(1);
    assertThat(owner.rows("select word from sample")).contains(Map.of("word", "hello"));
    assertThatThrownBy(() -> app.run("create table mine (id int)"))
        .hasMessageContaining("permission denied");
    owner.run("drop table sample");
  }

  @Test
  void anAgencyReadsItsReferralsAndNobodyElses() {
    String key = UUID.randomUUID().toString();
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    String topic = Topics.agencyReferrals("fswe");
    Records.send(Access.REFERRAL_SERVICE, topic, key, Map.of("ce_type", "sample"), body);
    assertThat(
            Records.await(topic, Duration.ofSeconds(10), found -> key.equals(found.key())).body())
        .isEqualTo("{}");
    assertThat(Records.read(topic, "agency-fswe")).extracting(Records.Found::key).contains(key);
    assertThatThrownBy(() -> Records.read(topic, "agency-entraide"))
        .isInstanceOf(TopicAuthorizationException.class);
    assertThatThrownBy(() -> Records.send("agency-fswe", topic, key, Map.of(), body))
        .isInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void businessTimeMovesForwardOnly() {
    Instant before = TestClock.now();
    TestClock.advance(Duration.ofHours(3));
    assertThat(TestClock.now()).isAfterOrEqualTo(before.plus(Duration.ofHours(3)));
    Instant frozen = TestClock.freeze();
    assertThat(TestClock.now()).isEqualTo(frozen);
    TestClock.freezeAt(frozen.plusSeconds(60));
    assertThat(TestClock.now()).isEqualTo(frozen.plusSeconds(60));
    assertThatThrownBy(() -> TestClock.freezeAt(frozen))
        .isInstanceOf(IllegalArgumentException.class);
    TestClock.run();
    assertThat(TestClock.now()).isAfterOrEqualTo(frozen.plusSeconds(60));
  }

  @Test
  void aCrashLosesNothingThatWasAnswered() {
    Stack stack = Stack.start();
    Sql owner = Sql.database("referral");
    owner.run("create table survivor (id int)");
    owner.run("insert into survivor values (7)");
    String key = UUID.randomUUID().toString();
    Records.send(Access.INCIDENT_SERVICE, Topics.INCIDENT, key, Map.of(), new byte[] {1});

    stack.crashDatabase();
    stack.crashBroker();

    assertThat(owner.count("select id from survivor")).isEqualTo(7);
    owner.run("drop table survivor");
    assertThat(Records.read(Topics.INCIDENT)).extracting(Records.Found::key).contains(key);
  }

  @Test
  void peopleAndClientsHaveTokensOfTheirOwn() {
    assertThat(payload(Tokens.of("onscene-worker-1")))
        .contains("\"social-worker\"", Tokens.staffIdOf("onscene-worker-1").toString());
    assertThat(payload(Tokens.client("cad-cleveland")))
        .contains("\"police_service\":\"cleveland\"", Stack.start().issuer());
    assertThatThrownBy(() -> Tokens.of("nobody")).hasMessageContaining("401");
  }

  private static String payload(String token) {
    return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
  }

  @Test
  void aVariableAnswersToEverySpelling() {
    assertThat(StackResource.spellings("HANDOFF_CLOCK_FILE"))
        .isEqualTo(List.of("handoff.clock.file", "handoff.clock-file", "HANDOFF_CLOCK_FILE"));
  }
}
