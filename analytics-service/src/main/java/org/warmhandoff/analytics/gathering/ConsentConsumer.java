package org.warmhandoff.analytics.gathering;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;
import org.warmhandoff.eventing.Order;

/** Hears what is told of consents. */
@ApplicationScoped
class ConsentConsumer implements Handler {

  private final Inbox inbox;
  private final Veil veil;
  private final ConsentFacts facts;

  ConsentConsumer(Inbox inbox, Veil veil, ConsentFacts facts) {
    this.inbox = inbox;
    this.veil = veil;
    this.facts = facts;
  }

  @Incoming("consent-events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, veil.over(batch));
  }

  @Override
  public String consumer() {
    return "consent-facts";
  }

  /** Every statement gives the same rows in any order, so nothing has to wait for anything. */
  @Override
  public Order order() {
    return Order.AS_IT_COMES;
  }

  @Override
  public Handled handle(Fact<?> fact) {
    if (fact.event() instanceof ConsentEvent event) {
      facts.store(fact.head(), event);
    }
    return Handled.done();
  }
}
