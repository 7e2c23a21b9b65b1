package org.warmhandoff.referral.learning;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.AdvisoryAcknowledged;
import org.warmhandoff.contracts.IncidentEvent.IncidentLinked;
import org.warmhandoff.contracts.IncidentEvent.IncidentMerged;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentSeparated;
import org.warmhandoff.contracts.IncidentEvent.IncidentSplit;
import org.warmhandoff.contracts.IncidentEvent.IncidentUnlinked;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Inbox;

/** Hears of incidents, of history too: the gate must know them to refuse them. */
@ApplicationScoped
class IncidentConsumer implements Handler {

  private final Inbox inbox;
  private final LearnIncident learnIncident;
  private final MergeIncident mergeIncident;
  private final SeparateIncident separateIncident;
  private final SplitIncident splitIncident;

  IncidentConsumer(
      Inbox inbox,
      LearnIncident learnIncident,
      MergeIncident mergeIncident,
      SeparateIncident separateIncident,
      SplitIncident splitIncident) {
    this.inbox = inbox;
    this.learnIncident = learnIncident;
    this.mergeIncident = mergeIncident;
    this.separateIncident = separateIncident;
    this.splitIncident = splitIncident;
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
    return fact.event() instanceof IncidentEvent event
        ? handle(fact.head(), event)
        : Handled.done();
  }

  private Handled handle(Head head, IncidentEvent event) {
    return switch (event) {
      case IncidentReported e -> learn(head, e.incident(), e.facts());
      case IncidentUpdated e -> learn(head, e.incident(), e.facts());
      case IncidentMerged e -> mergeIncident.merge(head, e);
      case IncidentSeparated e -> separateIncident.separate(head, e);
      case IncidentSplit e -> splitIncident.split(head, e);
      // Two that belong together stay two: no referral moves.
      case IncidentLinked e -> Handled.done();
      case IncidentUnlinked e -> Handled.done();
      // What happens at the scene changes nobody's part in the incident.
      case SceneDeclaredSafe e -> Handled.done();
      case SceneSafetyRevoked e -> Handled.done();
      case WorkerWanted e -> Handled.done();
      case OfficersCleared e -> Handled.done();
      // What police know of an advisory is not this service's business.
      case AdvisoryAcknowledged e -> Handled.done();
    };
  }

  private Handled learn(Head head, UUID incident, IncidentFacts facts) {
    learnIncident.learn(head, incident, facts);
    return Handled.done();
  }
}
