package org.warmhandoff.simulator.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.warmhandoff.contracts.Access;
import org.warmhandoff.simulator.door.Answer;
import org.warmhandoff.simulator.door.Caller;
import org.warmhandoff.simulator.door.Door;
import org.warmhandoff.simulator.door.Pause;
import org.warmhandoff.simulator.door.Unreachable;

/**
 * Whether anything is still in flight. Nothing is, when in this order: every group had committed
 * every record of the partitions its members read; no outbox held an unsent event, no deadline was
 * due and nothing was parked; and no record had come to any topic meanwhile. A commit of a group
 * follows the commit of the work, and work and outbox are one transaction, so nothing can hide
 * between the three looks.
 */
public final class Quiet implements AutoCloseable {

  private static final List<String> SERVICES =
      List.of(
          Access.INCIDENT_SERVICE,
          Access.NOTIFICATION_SERVICE,
          Access.REFERRAL_SERVICE,
          Access.ANALYTICS_SERVICE);
  private static final List<String> ROOTS =
      List.of("incident", "notification", "referral", "analytics");
  private static final Duration BREATH = Duration.ofNanos(1_500_000);

  private final Admin admin;
  private final Door door;
  private final ExecutorService together = Executors.newVirtualThreadPerTaskExecutor();
  private Map<String, List<TopicPartition>> reads = Map.of();
  private Map<TopicPartition, OffsetSpec> all = Map.of();
  private long looks;

  /** Watches with this admin client, and asks the services as the operator. */
  public Quiet(Admin admin, Door door) {
    this.admin = admin;
    this.door = door;
  }

  /**
   * Takes up which groups there are and which partitions their members read now.
   *
   * @return whether every service has a group, and every group has settled on its partitions
   */
  public boolean takeUp() {
    List<String> groups =
        get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
            .map(GroupListing::groupId)
            .filter(group -> SERVICES.stream().anyMatch(group::startsWith))
            .toList();
    Map<String, List<TopicPartition>> found = new TreeMap<>();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    boolean settled =
        SERVICES.stream()
            .allMatch(service -> groups.stream().anyMatch(group -> group.startsWith(service)));
    for (ConsumerGroupDescription group :
        get(admin.describeConsumerGroups(groups).all()).values()) {
      List<TopicPartition> partitions =
          group.members().stream()
              .flatMap(member -> member.assignment().topicPartitions().stream())
              .distinct()
              .toList();
      settled &= group.groupState() == GroupState.STABLE && !partitions.isEmpty();
      found.put(group.groupId(), partitions);
      partitions.forEach(partition -> ends.put(partition, OffsetSpec.latest()));
    }
    settled &= found.keySet().equals(reads.keySet());
    reads = found;
    all = ends;
    return settled;
  }

  /** Watches the ends of these partitions too, which no group of a service reads. */
  public void watchAlso(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> more = new HashMap<>(all);
    partitions.forEach(partition -> more.put(partition, OffsetSpec.latest()));
    all = more;
  }

  /** How often it looked, for those who wonder where the time goes. */
  public long looks() {
    return looks;
  }

  /**
   * Waits until nothing is in flight.
   *
   * @return the ends of all partitions at that moment
   * @throws Unreachable saying what was still in flight when patience ended
   */
  public Map<TopicPartition, Long> await(Duration patience) {
    long giveUp = System.nanoTime() + patience.toNanos();
    String busy = "";
    while (System.nanoTime() < giveUp) {
      looks++;
      var ends = new HashMap<TopicPartition, Long>();
      busy = lag(ends);
      if (busy.isEmpty()) {
        busy = flows();
        if (busy.isEmpty()) {
          if (ends().equals(ends)) {
            return ends;
          }
          busy = "records came meanwhile";
          continue;
        }
      }
      Pause.REAL.waits(BREATH);
    }
    throw new Unreachable("still in flight after " + patience.toSeconds() + " s: " + busy);
  }

  /** What each group has not committed yet, in words; "" for nothing. Fills in the ends seen. */
  public String lag(Map<TopicPartition, Long> ends) {
    Map<String, ListConsumerGroupOffsetsSpec> asked =
        reads.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    group -> new ListConsumerGroupOffsetsSpec().topicPartitions(group.getValue())));
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
        get(admin.listConsumerGroupOffsets(asked).all());
    ends.putAll(ends());
    List<String> behind = new ArrayList<>();
    reads.forEach(
        (group, partitions) -> {
          Map<TopicPartition, OffsetAndMetadata> done = committed.getOrDefault(group, Map.of());
          long lag = 0;
          for (TopicPartition partition : partitions) {
            OffsetAndMetadata at = done.get(partition);
            lag += ends.getOrDefault(partition, 0L) - (at == null ? 0 : at.offset());
          }
          if (lag > 0) {
            behind.add(group + " has " + lag + " records to read");
          }
        });
    return String.join(", ", behind);
  }

  private Map<TopicPartition, Long> ends() {
    return get(admin.listOffsets(all).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /** What the services themselves have not finished, in words; "" for nothing. */
  private String flows() {
    List<Future<String>> answers =
        ROOTS.stream().map(root -> together.submit(() -> flow(root))).toList();
    List<String> busy = new ArrayList<>();
    for (Future<String> answer : answers) {
      String words = get(answer);
      if (!words.isEmpty()) {
        busy.add(words);
      }
    }
    return String.join(", ", busy);
  }

  private String flow(String root) {
    Answer answer = door.get(Caller.operator(), "/" + root + "/api/v1/flow");
    if (!answer.done()) {
      throw new Unreachable(root + " does not tell its flow: " + answer.problem());
    }
    JsonNode flow = answer.json();
    long pending = flow.path("outbox").path("pending").asLong();
    long due = flow.path("deadlinesDue").asLong();
    long parked = flow.path("parked").asLong();
    return pending + due + parked == 0
        ? ""
        : "%s: %d to send, %d due, %d parked".formatted(root, pending, due, parked);
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unreachable unreachable) {
        throw unreachable;
      }
      throw new Unreachable("the broker or a service does not answer: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for quiet");
    }
  }

  @Override
  public void close() {
    together.close();
    admin.close(Duration.ofSeconds(2));
  }
}
