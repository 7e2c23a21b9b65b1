package org.warmhandoff.eventing.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.warmhandoff.eventing.end.EndOfProcess;

/**
 * The failure strategy {@code end-the-process}. The inbox waits, or sets aside; what still fails is
 * a fault of the program. Skipping would lose facts, and a closed client in a living process would
 * stall them unseen: so the process ends, nothing is acknowledged, and whoever supervises it starts
 * it anew.
 */
@ApplicationScoped
@Identifier("end-the-process")
class EndTheProcess implements KafkaFailureHandler.Factory {

  private final Transactions transactions;

  EndTheProcess(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public KafkaFailureHandler create(
      KafkaConnectorIncomingConfiguration configuration,
      Vertx vertx,
      KafkaConsumer<?, ?> consumer,
      BiConsumer<Throwable, Boolean> reportFailure) {
    return new Ending(configuration.getChannel(), reportFailure);
  }

  private final class Ending implements KafkaFailureHandler {

    private final String channel;
    private final BiConsumer<Throwable, Boolean> reportFailure;

    private Ending(String channel, BiConsumer<Throwable, Boolean> reportFailure) {
      this.channel = channel;
      this.reportFailure = reportFailure;
    }

    @Override
    public <K, V> Uni<Void> handle(
        IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
      if (!transactions.isStopping()) {
        reportFailure.accept(reason, true);
        EndOfProcess.because("channel " + channel + " cannot go on", reason);
      }
      return Uni.createFrom().failure(reason);
    }
  }
}
