package org.warmhandoff.incident.advising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.warmhandoff.contracts.CadAdvisory;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.incident.Advisories;
import org.warmhandoff.incident.Advisory;
import org.warmhandoff.incident.WebhookDeliveries;

/**
 * Keeps an advisory for the CAD to read, and queues it for the endpoints of its police service.
 * What is heard long after it was told (a topic read anew, a service that was away) is kept and
 * read, and not sent: it must not look like something that happens now. What a human is still
 * waited for is sent, and says that it is late.
 */
@ApplicationScoped
class KeepAdvisory {

  private final Advisories advisories;
  private final WebhookDeliveries deliveries;
  private final InstantSource clock;
  private final Duration liveFor;

  KeepAdvisory(
      Advisories advisories,
      WebhookDeliveries deliveries,
      InstantSource clock,
      @ConfigProperty(name = "handoff.advisories.live-for") Duration liveFor) {
    this.advisories = advisories;
    this.deliveries = deliveries;
    this.clock = clock;
    this.liveFor = liveFor;
  }

  @Transactional
  public void keep(Head head, CadAdvisory told) {
    Advisory advisory = Advisory.of(head, told);
    Instant now = clock.instant();
    boolean news = advisory.isNews(now, liveFor) || advisory.isOpen(now);
    advisories
        .keep(advisory)
        .ifPresent(
            place -> {
              if (news) {
                deliveries.queue(advisory, place);
              }
            });
  }
}
