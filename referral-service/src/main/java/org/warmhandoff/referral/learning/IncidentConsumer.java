package org.warmhandoff.referral.learning;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.AdvisoryAcknowledged;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Inbox;

/** Hears of incidents, of history too: the gate must know them to refuse them. */
@ApplicationScoped
class IncidentConsumer implements Handler {

  private final Inbox inbox;
  private final LearnIncident learnIncident;

  IncidentConsumer(Inbox inbox, LearnIncident learnIncident) {
    this.inbox = inbox;
    this.learnIncident = learnIncident;
  }

  @Incoming("incident-events")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.take(this, batch);
  }

  @Override
  public String consumer() {
    return "incidents";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    if (fact.event() instanceof IncidentEvent event) {
      switch (event) {
        case IncidentReported e -> learnIncident.learn(fact.head(), e.incident(), e.facts());
        case IncidentUpdated e -> learnIncident.learn(fact.head(), e.incident(), e.facts());
        // What happens at the scene changes nobody's part in the incident.
        case SceneDeclaredSafe e -> {}
        case SceneSafetyRevoked e -> {}
        case WorkerWanted e -> {}
        case OfficersCleared e -> {}
        // What police know of an advisory is not this service's business.
        case AdvisoryAcknowledged e -> {}
        case IncidentEvent.IncidentMerged e -> {}
        case IncidentEvent.IncidentSeparated e -> {}
        case IncidentEvent.IncidentSplit e -> {}
        case IncidentEvent.IncidentLinked e -> {}
        case IncidentEvent.IncidentUnlinked e -> {}
      }
    }
    return Handled.done();
  }
}
