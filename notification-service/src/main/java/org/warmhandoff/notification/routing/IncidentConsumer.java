package org.warmhandoff.notification.routing;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.AdvisoryAcknowledged;
import org.warmhandoff.contracts.IncidentEvent.IncidentLinked;
import org.warmhandoff.contracts.IncidentEvent.IncidentMerged;
import org.warmhandoff.contracts.IncidentEvent.IncidentSeparated;
import org.warmhandoff.contracts.IncidentEvent.IncidentSplit;
import org.warmhandoff.contracts.IncidentEvent.IncidentUnlinked;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Inbox;

/** Hears what happens to incidents. */
@ApplicationScoped
public class IncidentConsumer implements Handler {

  private final Inbox inbox;
  private final RouteIncident routeIncident;
  private final MergeIncident mergeIncident;
  private final SeparateIncident separateIncident;
  private final SplitIncident splitIncident;
  private final LinkIncidents linkIncidents;
  private final HearAcknowledgement hearAcknowledgement;

  IncidentConsumer(
      Inbox inbox,
      RouteIncident routeIncident,
      MergeIncident mergeIncident,
      SeparateIncident separateIncident,
      SplitIncident splitIncident,
      LinkIncidents linkIncidents,
      HearAcknowledgement hearAcknowledgement) {
    this.inbox = inbox;
    this.routeIncident = routeIncident;
    this.mergeIncident = mergeIncident;
    this.separateIncident = separateIncident;
    this.splitIncident = splitIncident;
    this.linkIncidents = linkIncidents;
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
    Head head = fact.head();
    return switch (fact.event()) {
      case AdvisoryAcknowledged known -> {
        hearAcknowledgement.hear(known);
        yield Handled.done();
      }
      case IncidentMerged merged -> mergeIncident.hear(head, merged);
      case IncidentSeparated separated -> separateIncident.hear(head, separated);
      case IncidentSplit split -> splitIncident.hear(head, split);
      case IncidentLinked linked ->
          linkIncidents.hear(head, linked.incident(), linked.other(), true);
      case IncidentUnlinked unlinked ->
          linkIncidents.hear(head, unlinked.incident(), unlinked.other(), false);
      case IncidentEvent event -> routeIncident.hear(head, event);
      default -> Handled.done();
    };
  }
}
