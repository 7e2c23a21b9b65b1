package org.warmhandoff.faults.injure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.warmhandoff.faults.town.Town;

/** Members that join a service's groups, take partitions, do nothing with them and leave. */
final class Storm {

  private static final Duration GLANCE = Duration.ofMillis(400);
  private static final int GLANCES = 2;

  private final Town town;

  Storm(Town town) {
    this.town = town;
  }

  void rage(String service, int members) {
    Map<String, Set<String>> groups = groups(service);
    for (int member = 0; member < members; member++) {
      groups.forEach((group, topics) -> joinAndLeave(service, group, topics));
    }
  }

  private void joinAndLeave(String service, String group, Set<String> topics) {
    Map<String, Object> settings = town.stack().kafka(service);
    settings.put("group.id", group);
    settings.put("enable.auto.commit", false);
    settings.put("session.timeout.ms", 2000);
    settings.put("heartbeat.interval.ms", 500);
    settings.put("default.api.timeout.ms", 2000);
    settings.put(
        "partition.assignment.strategy", List.of(CooperativeStickyAssignor.class.getName()));
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(topics);
      for (int glance = 0; glance < GLANCES; glance++) {
        consumer.poll(GLANCE);
      }
    } catch (KafkaException whileTheBrokerIsAway) {
      // There is no group to trouble now.
    }
  }

  private Map<String, Set<String>> groups(String service) {
    Map<String, Set<String>> groups = new HashMap<>();
    try (Admin admin = Admin.create(town.stack().kafka("admin"))) {
      List<String> names =
          admin
              .listGroups(ListGroupsOptions.forConsumerGroups())
              .all()
              .get(3, TimeUnit.SECONDS)
              .stream()
              .map(GroupListing::groupId)
              .filter(group -> group.startsWith(service))
              .toList();
      for (String name : names) {
        Set<String> topics = new TreeSet<>();
        admin
            .listConsumerGroupOffsets(name)
            .partitionsToOffsetAndMetadata()
            .get(3, TimeUnit.SECONDS)
            .keySet()
            .forEach(partition -> topics.add(partition.topic()));
        if (!topics.isEmpty()) {
          groups.put(name, topics);
        }
      }
    } catch (ExecutionException | TimeoutException whileTheBrokerIsAway) {
      return Map.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return groups;
  }
}
