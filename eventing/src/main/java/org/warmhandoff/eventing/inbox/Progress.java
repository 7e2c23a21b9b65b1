package org.warmhandoff.eventing.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the work on each owned partition is, and how far the broker knows. An offset is the
 * position of the next record to be taken. Safe for use by many threads.
 */
final class Progress {

  private final Set<TopicPartition> owned = new HashSet<>();
  private final Map<TopicPartition, Long> done = new HashMap<>();
  private final Map<TopicPartition, Long> held = new HashMap<>();

  /** A partition that comes is read from what the broker holds. */
  synchronized void assigned(Collection<TopicPartition> partitions) {
    revoked(partitions);
    owned.addAll(partitions);
  }

  /** Whoever reads it next commits for it. */
  synchronized void revoked(Collection<TopicPartition> partitions) {
    partitions.forEach(
        partition -> {
          owned.remove(partition);
          done.remove(partition);
          held.remove(partition);
        });
  }

  /**
   * All before this offset is done; of a partition owned by another meanwhile, it does not count.
   */
  synchronized void done(TopicPartition partition, long next) {
    if (owned.contains(partition)) {
      done.merge(partition, next, Math::max);
    }
  }

  /** What the broker does not know yet. */
  synchronized Map<TopicPartition, Long> toCommit() {
    Map<TopicPartition, Long> behind = new HashMap<>();
    done.forEach(
        (partition, next) -> {
          if (held.getOrDefault(partition, -1L) < next) {
            behind.put(partition, next);
          }
        });
    return behind;
  }

  /** The broker holds these. */
  synchronized void held(Map<TopicPartition, Long> committed) {
    committed.forEach(
        (partition, next) -> {
          if (owned.contains(partition)) {
            held.merge(partition, next, Math::max);
          }
        });
  }
}
