package org.warmhandoff.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.faults.town.Town;
import org.warmhandoff.simulator.stack.Heard;
import org.warmhandoff.simulator.stack.Hearing;

/** Everything that lies on the topics, read on from schedule to schedule. */
public final class Ear implements AutoCloseable {

  private final Town town;
  private Hearing hearing;

  /** Version last told of each aggregate on each topic, in the order of the topic. */
  private final Map<String, Long> versions = new HashMap<>();

  /** Ids heard so far, with their topic. */
  private final Map<String, String> ids = new HashMap<>();

  private final Set<String> keys = new HashSet<>();

  /** How many records analytics set aside, by consumer, that no log holds any more. */
  private final Map<String, Long> ofLostLogs = new HashMap<>();

  /** Listens in this town. */
  public Ear(Town town) {
    this.town = town;
    this.hearing = open();
  }

  private Hearing open() {
    return new Hearing(town.stack().kafka("admin"), topics());
  }

  private static List<String> topics() {
    return Stream.concat(
            Topics.shared().stream().map(Topics.Topic::name),
            Town.AGENCIES.stream().map(Topics::agencyReferrals))
        .toList();
  }

  /** Where the log ended that was here before: all is to be heard from the begin. */
  public void afresh() {
    hearing.close();
    hearing = open();
    versions.clear();
    ids.clear();
    keys.clear();
  }

  /** What came since it was last asked. */
  List<Heard> news() {
    Map<TopicPartition, OffsetSpec> all = new HashMap<>();
    hearing.partitions().forEach(partition -> all.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    try (Admin admin = Admin.create(town.stack().kafka("admin"))) {
      admin
          .listOffsets(all)
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, end.offset()));
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("the broker does not say where its topics end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Heard> news = new ArrayList<>(hearing.upTo(ends));
    news.forEach(event -> keys.add(event.topic() + " " + event.key()));
    return news;
  }

  /** Whether anything was read under a key of a topic. */
  boolean landed(String topicAndKey) {
    return keys.contains(topicAndKey);
  }

  Map<String, Long> ofLostLogs() {
    return ofLostLogs;
  }

  Map<String, Long> versions() {
    return versions;
  }

  Map<String, String> ids() {
    return ids;
  }

  @Override
  public void close() {
    hearing.close();
  }
}
