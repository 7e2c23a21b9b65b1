package org.warmhandoff.simulator.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
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

  static final Duration SHORT_BREATH = Duration.ofMillis(4);

  private static final int LOOKS_AT_GROUPS = 50;

  private final Admin admin;
  private final Door door;
  private final Duration breath;
  private final ExecutorService together = Executors.newVirtualThreadPerTaskExecutor();
  private Map<String, List<TopicPartition>> reads = Map.of();
  private Map<TopicPartition, OffsetSpec> all = Map.of();
  private long looks;
  private final Map<Reads, Long> committed = new HashMap<>();

  private record Reads(String group, TopicPartition partition) {}

  /**
   * Watches with this admin client, and asks the services as the operator.
   *
   * @param breath between two looks
   */
  public Quiet(Admin admin, Door door, Duration breath) {
    this.admin = admin;
    this.door = door;
    this.breath = breath;
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
            .filter(group -> Services.PROGRAMS.stream().anyMatch(group::startsWith))
            .toList();
    Map<String, List<TopicPartition>> found = new TreeMap<>();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    boolean settled =
        Services.PROGRAMS.stream()
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

  /** The groups of the services, as it took them up. */
  public Set<String> groups() {
    return Set.copyOf(reads.keySet());
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
    Map<TopicPartition, Long> ends = ends();
    String busy = "";
    while (System.nanoTime() < giveUp) {
      busy = lag(ends);
      if (busy.isEmpty()) {
        busy = flows();
      }
      if (busy.isEmpty()) {
        Map<TopicPartition, Long> after = ends();
        if (after.equals(ends)) {
          return ends;
        }
        ends = after;
        busy = "records came meanwhile";
      } else {
        Pause.REAL.waits(breath);
        ends = ends();
      }
    }
    throw new Unreachable("still in flight after " + patience.toSeconds() + " s: " + busy);
  }

  /**
   * Waits until every group has committed all before these offsets, or until it has not for so long
   * that something else must be wrong; only what is not known to be committed is asked for.
   *
   * @return what is behind, in words; "" for nothing
   */
  private String lag(Map<TopicPartition, Long> ends) {
    Map<String, ListConsumerGroupOffsetsSpec> behind = behind(ends);
    for (int look = 0; !behind.isEmpty() && look < LOOKS_AT_GROUPS; look++) {
      if (look > 0) {
        Pause.REAL.waits(breath);
      }
      looks++;
      get(admin.listConsumerGroupOffsets(behind).all())
          .forEach(
              (group, offsets) ->
                  offsets.forEach(
                      (partition, at) -> {
                        if (at != null) {
                          committed.put(new Reads(group, partition), at.offset());
                        }
                      }));
      behind = behind(ends);
    }
    return behind.isEmpty() ? "" : "records to be read by " + behind.keySet();
  }

  private Map<String, ListConsumerGroupOffsetsSpec> behind(Map<TopicPartition, Long> ends) {
    Map<String, ListConsumerGroupOffsetsSpec> behind = new HashMap<>();
    reads.forEach(
        (group, partitions) -> {
          List<TopicPartition> late =
              partitions.stream()
                  .filter(
                      partition ->
                          committed.getOrDefault(new Reads(group, partition), 0L)
                              < ends.getOrDefault(partition, 0L))
                  .toList();
          if (!late.isEmpty()) {
            behind.put(group, new ListConsumerGroupOffsetsSpec().topicPartitions(late));
          }
        });
    return behind;
  }

  private Map<TopicPartition, Long> ends() {
    return get(admin.listOffsets(all).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /** What the services themselves have not finished, in words; "" for nothing. */
  private String flows() {
    List<Future<String>> answers =
        Services.ROOTS.stream().map(root -> together.submit(() -> flow(root))).toList();
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
