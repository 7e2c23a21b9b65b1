package org.warmhandoff.notification.routing;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.ConsentEvent;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;

/** Hears of consents: a follow-up program starts on one and ends with its withdrawal. */
@ApplicationScoped
public class ConsentConsumer implements Handler {

  private final Inbox inbox;
  private final RouteConsent routeConsent;

  ConsentConsumer(Inbox inbox, RouteConsent routeConsent) {
    this.inbox = inbox;
    this.routeConsent = routeConsent;
  }

  @Incoming("consent-events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, batch);
  }

  @Override
  public String consumer() {
    return "consent";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    return fact.event() instanceof ConsentEvent event
        ? routeConsent.hear(fact.head(), event)
        : Handled.done();
  }
}
