package org.warmhandoff.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.local.provision.Provision;

class BrokerTest {

  private static final String REFERRALS = Topics.agencyReferrals("one");

  @TempDir Path folder;
  private final int port = freePort();
  private final int controllerPort = freePort();
  private final List<Process> brokers = new ArrayList<>();

  @AfterEach
  void end() throws IOException, InterruptedException {
    for (Process broker : brokers) {
      broker.getOutputStream().close();
      assertThat(broker.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void keepsWhatItAnsweredAndWhoMayReadItThroughKillAndRestart() throws Exception {
    Process first = serve();
    provision();
    provision(); // the second time changes nothing
    try (Producer<String, String> producer = producer(Access.REFERRAL_SERVICE)) {
      producer.send(new ProducerRecord<>(REFERRALS, "key", "kept")).get();
    }
    first.destroyForcibly().waitFor();

    serve();

    assertThat(read("agency-one")).containsExactly("kept");
    assertThatThrownBy(() -> read("agency-two")).isInstanceOf(TopicAuthorizationException.class);
    assertThatThrownBy(() -> read("nobody")).isInstanceOf(SaslAuthenticationException.class);
    try (Producer<String, String> producer = producer("agency-one")) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>(REFERRALS, "forged")).get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TopicAuthorizationException.class);
      // Only the administrator creates topics: this one is nobody's, and stays so.
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("made.up", "x")).get())
          .isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void writesToItsDiskBeforeItAnswers() throws Exception {
    serve();
    provision();

    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, REFERRALS);
    try (Admin admin = Admin.create(settings(Provision.ADMIN))) {
      for (Config config : admin.describeConfigs(List.of(topic)).all().get().values()) {
        assertThat(config.get("flush.messages").value()).isEqualTo("1");
      }
    }
  }

  private Process serve() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.warmhandoff.local.leash.Leash",
                Broker.class.getName(),
                folder.resolve("data").toString(),
                Integer.toString(port),
                Integer.toString(controllerPort))
            .redirectError(Redirect.appendTo(folder.resolve("errors").toFile()));
    builder.environment().put(Broker.PASSWORD, "secret-admin");
    Process broker = builder.start();
    brokers.add(broker);
    assertThat(broker.inputReader().readLine()).isEqualTo("READY broker localhost:" + port);
    return broker;
  }

  private void provision() {
    Map<String, String> passwords = new HashMap<>();
    Access.shared().forEach(grant -> passwords.put(grant.principal(), secret(grant.principal())));
    try (Provision provision = Provision.as(servers(), secret(Provision.ADMIN))) {
      provision.shared(passwords);
      provision.agency("one", secret("agency-one"));
      provision.agency("two", secret("agency-two"));
    }
  }

  private List<String> read(String principal) {
    Map<String, Object> settings = settings(principal);
    settings.put("auto.offset.reset", "earliest");
    List<String> values = new ArrayList<>();
    try (Consumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(REFERRALS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          values.add(record.value());
        }
      }
    }
    return values;
  }

  private Producer<String, String> producer(String principal) {
    Map<String, Object> settings = settings(principal);
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("max.block.ms", "3000");
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private Map<String, Object> settings(String principal) {
    return new HashMap<>(Provision.client(servers(), principal, secret(principal)));
  }

  private String servers() {
    return "localhost:" + port;
  }

  private static String secret(String principal) {
    return "secret-" + principal;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
