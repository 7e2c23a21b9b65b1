package org.warmhandoff.incident.helping;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;

/** Hears what becomes of the search for help. */
@ApplicationScoped
class AssignmentConsumer implements Handler {

  private final Inbox inbox;
  private final FollowHelp followHelp;

  AssignmentConsumer(Inbox inbox, FollowHelp followHelp) {
    this.inbox = inbox;
    this.followHelp = followHelp;
  }

  @Incoming("assignment-events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, batch);
  }

  @Override
  public String consumer() {
    return "incident-service.help";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    return fact.event() instanceof AssignmentEvent event
        ? followHelp.follow(fact.head(), event)
        : Handled.done();
  }
}
