package org.warmhandoff.incident.advising;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;

/** Hears what police are to be told. */
@ApplicationScoped
class AdvisoryConsumer implements Handler {

  private final Inbox inbox;
  private final KeepAdvisory keepAdvisory;

  AdvisoryConsumer(Inbox inbox, KeepAdvisory keepAdvisory) {
    this.inbox = inbox;
    this.keepAdvisory = keepAdvisory;
  }

  @Incoming("cad-advisories")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, batch);
  }

  @Override
  public String consumer() {
    return "incident-service.advisories";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    if (fact.event() instanceof CadAdvisory told) {
      keepAdvisory.keep(fact.head(), told);
    }
    return Handled.done();
  }
}
