package org.warmhandoff.eventing.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The commit strategy {@code until-held}. The strategies that come with the connector try a commit
 * once: where it fails, as it does when a broker is lost, the group seems to lag behind work it has
 * done until the partition's next record, which may be days. This one tries again until the broker
 * holds the offset, or the partition is another's.
 */
@ApplicationScoped
@Identifier("until-held")
class CommitUntilHeld implements KafkaCommitHandler.Factory {

  private static final Logger LOG = Logger.getLogger(CommitUntilHeld.class);
  private static final long AGAIN_MILLIS = 250;

  /**
   * How long what is done waits for what is done next, to be told with it: each commit costs client
   * and broker about as much as a batch. What is read again after a crash is that much more, and
   * the inbox knows it.
   */
  private static final long SOON_MILLIS = 100;

  @Override
  public KafkaCommitHandler create(
      KafkaConnectorIncomingConfiguration configuration,
      Vertx vertx,
      KafkaConsumer<?, ?> consumer,
      BiConsumer<Throwable, Boolean> reportFailure) {
    return new Committing(configuration.getChannel(), vertx, consumer);
  }

  private static final class Committing implements KafkaCommitHandler {

    private final String channel;
    private final Vertx vertx;
    private final KafkaConsumer<?, ?> consumer;
    private final Progress progress = new Progress();
    private final AtomicBoolean willCommit = new AtomicBoolean();
    private volatile boolean ended;

    private Committing(String channel, Vertx vertx, KafkaConsumer<?, ?> consumer) {
      this.channel = channel;
      this.vertx = vertx;
      this.consumer = consumer;
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
      progress.done(
          new TopicPartition(record.getTopic(), record.getPartition()), record.getOffset() + 1);
      commitIn(SOON_MILLIS);
      return Uni.createFrom().voidItem().runSubscriptionOn(record::runOnMessageContext);
    }

    private void commit() {
      Map<TopicPartition, Long> offsets = progress.toCommit();
      if (offsets.isEmpty() || ended) {
        return;
      }
      consumer
          .commitAsync(
              offsets.entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          Map.Entry::getKey, next -> new OffsetAndMetadata(next.getValue()))))
          .subscribe()
          .with(held -> progress.held(offsets), this::tryAgain);
    }

    private void tryAgain(Throwable failure) {
      LOG.infof("%s: the commit is tried again (%s)", channel, failure.getClass().getName());
      commitIn(AGAIN_MILLIS);
    }

    private void commitIn(long millis) {
      if (!ended && willCommit.compareAndSet(false, true)) {
        vertx.setTimer(
            millis,
            timer -> {
              willCommit.set(false);
              commit();
            });
      }
    }

    @Override
    public void partitionsAssigned(Collection<TopicPartition> partitions) {
      progress.assigned(partitions);
    }

    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
      progress.revoked(partitions);
    }

    @Override
    public void terminate(boolean graceful) {
      ended = true;
    }
  }
}
