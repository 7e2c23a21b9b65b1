package org.warmhandoff.referral.learning;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.PersonEvent;
import org.warmhandoff.contracts.PersonEvent.PersonErased;
import org.warmhandoff.contracts.PersonEvent.PersonRegistered;
import org.warmhandoff.contracts.PersonEvent.PersonsLinked;
import org.warmhandoff.contracts.PersonEvent.PersonsUnlinked;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;

/** Hears that a person was erased. */
@ApplicationScoped
class PersonConsumer implements Handler {

  private final Inbox inbox;
  private final ForgetPerson forgetPerson;

  PersonConsumer(Inbox inbox, ForgetPerson forgetPerson) {
    this.inbox = inbox;
    this.forgetPerson = forgetPerson;
  }

  @Incoming("person-events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, batch);
  }

  @Override
  public String consumer() {
    return "persons";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    if (fact.event() instanceof PersonEvent event) {
      switch (event) {
        case PersonErased e -> forgetPerson.forget(fact.head(), e.person());
        case PersonRegistered e -> {}
        // A consent is for one incident's person: a link to another's says nothing about it.
        case PersonsLinked e -> {}
        case PersonsUnlinked e -> {}
      }
    }
    return Handled.done();
  }
}
