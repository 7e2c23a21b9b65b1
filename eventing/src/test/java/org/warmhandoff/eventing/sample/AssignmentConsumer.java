package org.warmhandoff.eventing.sample;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;

/** The consumer every service has, on a real topic. */
@ApplicationScoped
class AssignmentConsumer implements Handler {

  private final Inbox inbox;
  private final Ledger ledger;

  AssignmentConsumer(Inbox inbox, Ledger ledger) {
    this.inbox = inbox;
    this.ledger = ledger;
  }

  @Incoming("assignments")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, batch);
  }

  @Override
  public String consumer() {
    return "assignments";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    ledger.write(consumer(), fact);
    return Handled.done();
  }
}
