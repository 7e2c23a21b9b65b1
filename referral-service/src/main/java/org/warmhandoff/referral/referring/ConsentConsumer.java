package org.warmhandoff.referral.referring;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.contracts.ConsentEvent.ConsentGiven;
import org.warmhandoff.contracts.ConsentEvent.ConsentRefused;
import org.warmhandoff.contracts.ConsentEvent.ConsentWithdrawn;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;

/** Hears of every consent, its own service's, and asks for the referral it allows. */
@ApplicationScoped
class ConsentConsumer implements Handler {

  private final Inbox inbox;
  private final OpenReferral openReferral;

  ConsentConsumer(Inbox inbox, OpenReferral openReferral) {
    this.inbox = inbox;
    this.openReferral = openReferral;
  }

  @Incoming("consent-events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, batch);
  }

  @Override
  public String consumer() {
    return "consents";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    if (!(fact.event() instanceof ConsentEvent event)) {
      return Handled.done();
    }
    return switch (event) {
      case ConsentGiven e -> openReferral.open(fact.head(), e);
      // A refusal opens nothing; a withdrawal acted in the transaction that told it.
      case ConsentRefused e -> Handled.done();
      case ConsentWithdrawn e -> Handled.done();
    };
  }
}
