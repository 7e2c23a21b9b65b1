package org.warmhandoff.local.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What this node is told. Everything a cluster would decide differently is set here, so that no
 * default of the library does.
 */
record Settings(Path data, int port, int advertisedPort, int controllerPort, String adminPassword) {

  static final int NODE = 1;
  static final String ADMIN = "admin";
  static final String CONTROLLER = "CONTROLLER";
  private static final String CLIENTS = "CLIENTS";

  Map<String, String> asMap() {
    Map<String, String> all = new HashMap<>();
    all.putAll(node());
    all.putAll(access());
    all.putAll(oneNode());
    all.putAll(smallMachine());
    return all;
  }

  private Map<String, String> node() {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE),
        "log.dirs",
        data.toString(),
        // A static voter: its port is read from here, not from the folder, so ports may move.
        "controller.quorum.voters",
        NODE + "@localhost:" + controllerPort,
        "controller.listener.names",
        CONTROLLER,
        "listeners",
        "%s://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(CLIENTS, port, CONTROLLER, controllerPort),
        "advertised.listeners",
        "%s://localhost:%d".formatted(CLIENTS, advertisedPort),
        "inter.broker.listener.name",
        CLIENTS);
  }

  /** SASL for everybody, deny by default. SCRAM cannot carry the controller's own connections. */
  private Map<String, String> access() {
    String scram =
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(ADMIN, adminPassword);
    String plain =
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
            .formatted(ADMIN, adminPassword);
    return Map.of(
        "listener.security.protocol.map",
            CLIENTS + ":SASL_PLAINTEXT," + CONTROLLER + ":SASL_PLAINTEXT",
        "sasl.enabled.mechanisms", "SCRAM-SHA-512",
        "sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512",
        "sasl.mechanism.controller.protocol", "PLAIN",
        "listener.name.clients.scram-sha-512.sasl.jaas.config", scram,
        "listener.name.controller.sasl.enabled.mechanisms", "PLAIN",
        "listener.name.controller.plain.sasl.jaas.config", plain,
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "allow.everyone.if.no.acl.found", "false",
        "super.users", "User:" + ADMIN);
  }

  private static Map<String, String> oneNode() {
    return Map.ofEntries(
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("default.replication.factor", "1"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        // No replica holds what this disk has not written: it is written before it is acknowledged.
        Map.entry("log.flush.interval.messages", "1"),
        // With one consumer a service there is nobody to wait for.
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // Members may ask for less than the default's six seconds; what they ask for counts.
        Map.entry("group.min.session.timeout.ms", "1000"),
        // The default of seven days would drop history from a topic that forgot to say.
        Map.entry("log.retention.hours", "-1"),
        // Progress of a stopped service is kept for a year: coming back must not mean starting
        // over.
        Map.entry("offsets.retention.minutes", "525600"),
        // After a crash the node waits for its own former session to end before it serves again.
        Map.entry("broker.session.timeout.ms", "4000"),
        Map.entry("broker.heartbeat.interval.ms", "1000"));
  }

  private static Map<String, String> smallMachine() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "3",
        "num.recovery.threads.per.data.dir", "2",
        "background.threads", "2",
        "num.replica.fetchers", "1",
        "offsets.topic.num.partitions", "3",
        "transaction.state.log.num.partitions", "1",
        "share.coordinator.state.topic.num.partitions", "1",
        "log.cleaner.dedupe.buffer.size", "2097152",
        // Index files are pre-allocated by this size; a hundred small partitions need little.
        "log.index.size.max.bytes", "1048576");
  }
}
