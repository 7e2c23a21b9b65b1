package org.warmhandoff.local.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.warmhandoff.local.provision.Provision;

/**
 * How many records a group has yet to read on a topic.
 *
 * @param records of all partitions the group reads or has read
 */
record Lag(String group, String topic, long records) {

  private static final int PATIENCE_SECONDS = 10;

  /**
   * Every group's lag on every topic it reads, by group and topic.
   *
   * @throws Trouble if the broker does not answer
   */
  static List<Lag> all(String servers, String adminPassword) {
    Map<String, Object> client =
        new HashMap<>(Provision.client(servers, Stack.ADMIN, adminPassword));
    client.put("default.api.timeout.ms", PATIENCE_SECONDS * 1_000);
    client.put("request.timeout.ms", PATIENCE_SECONDS * 1_000);
    try (Admin admin = Admin.create(client)) {
      return read(admin);
    }
  }

  private static List<Lag> read(Admin admin) {
    List<String> groups =
        await(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
            .map(GroupListing::groupId)
            .toList();
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
        await(
            admin
                .listConsumerGroupOffsets(
                    groups.stream()
                        .collect(
                            Collectors.toMap(
                                Function.identity(), group -> new ListConsumerGroupOffsetsSpec())))
                .all());
    Map<String, ConsumerGroupDescription> described =
        await(admin.describeConsumerGroups(groups).all());
    Map<String, Set<TopicPartition>> reads = new TreeMap<>();
    for (String group : groups) {
      Set<TopicPartition> partitions =
          new HashSet<>(committed.getOrDefault(group, Map.of()).keySet());
      ConsumerGroupDescription description = described.get(group);
      if (description != null) {
        description
            .members()
            .forEach(member -> partitions.addAll(member.assignment().topicPartitions()));
      }
      reads.put(group, partitions);
    }
    Set<TopicPartition> all =
        reads.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
    Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(admin, all, OffsetSpec.latest());
    Map<TopicPartition, ListOffsetsResultInfo> starts = offsets(admin, all, OffsetSpec.earliest());

    List<Lag> lags = new ArrayList<>();
    reads.forEach(
        (group, partitions) -> {
          Map<String, Long> byTopic = new TreeMap<>();
          Map<TopicPartition, OffsetAndMetadata> progress = committed.getOrDefault(group, Map.of());
          for (TopicPartition partition : partitions) {
            long from = position(progress.get(partition), starts.get(partition));
            ListOffsetsResultInfo end = ends.get(partition);
            long behind = end == null ? 0 : Math.max(0, end.offset() - from);
            byTopic.merge(partition.topic(), behind, Long::sum);
          }
          byTopic.forEach((topic, records) -> lags.add(new Lag(group, topic, records)));
        });
    lags.sort(Comparator.comparing(Lag::group).thenComparing(Lag::topic));
    return lags;
  }

  /** A group that has committed nothing yet starts at the beginning of the topic. */
  private static long position(
      @org.jspecify.annotations.Nullable OffsetAndMetadata committed,
      @org.jspecify.annotations.Nullable ListOffsetsResultInfo start) {
    if (committed != null) {
      return committed.offset();
    }
    return start == null ? 0 : start.offset();
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, Set<TopicPartition> partitions, OffsetSpec spec) {
    return await(
        admin
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(Function.identity(), p -> spec)))
            .all());
  }

  private static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Trouble("Kafka does not say how far its readers are: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", e);
    }
  }
}
