package org.warmhandoff.notification.routing;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.AdvisoryAcknowledged;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;

/** Hears what happens to incidents. */
@ApplicationScoped
public class IncidentConsumer implements Handler {

  private final Inbox inbox;
  private final RouteIncident routeIncident;
  private final HearAcknowledgement hearAcknowledgement;

  IncidentConsumer(
      Inbox inbox, RouteIncident routeIncident, HearAcknowledgement hearAcknowledgement) {
    this.inbox = inbox;
    this.routeIncident = routeIncident;
    this.hearAcknowledgement = hearAcknowledgement;
  }

  @Incoming("incident-events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, batch);
  }

  @Override
  public String consumer() {
    return "incident";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    if (fact.event() instanceof AdvisoryAcknowledged known) {
      hearAcknowledgement.hear(known);
      return Handled.done();
    }
    return fact.event() instanceof IncidentEvent event
        ? routeIncident.hear(fact.head(), event)
        : Handled.done();
  }
}
