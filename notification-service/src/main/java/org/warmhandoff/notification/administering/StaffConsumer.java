package org.warmhandoff.notification.administering;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.StaffEvent;
import org.warmhandoff.contracts.StaffEvent.StaffRegistered;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;

/** Hears who is on the staff, and whether they are active. */
@ApplicationScoped
public class StaffConsumer implements Handler {

  private final Inbox inbox;
  private final RegisterStaff registerStaff;

  StaffConsumer(Inbox inbox, RegisterStaff registerStaff) {
    this.inbox = inbox;
    this.registerStaff = registerStaff;
  }

  @Incoming("staff-events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, batch);
  }

  @Override
  public String consumer() {
    return "staff";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    if (fact.event() instanceof StaffEvent event) {
      switch (event) {
        case StaffRegistered registered -> registerStaff.register(fact.head(), registered);
      }
    }
    return Handled.done();
  }
}
