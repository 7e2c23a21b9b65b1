package org.warmhandoff.incident.advising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.IncidentEvent.AdvisoryAcknowledged;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.Advisories;
import org.warmhandoff.incident.Advisory;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.SameIncidents;

/**
 * A human at the police service knows of an advisory. It is told to the notification service, so
 * that nobody else is called; who it was stays here.
 */
@ApplicationScoped
class AcknowledgeAdvisory {

  private final Advisories advisories;
  private final Incidents incidents;
  private final SameIncidents same;
  private final Outbox outbox;
  private final InstantSource clock;

  AcknowledgeAdvisory(
      Advisories advisories,
      Incidents incidents,
      SameIncidents same,
      Outbox outbox,
      InstantSource clock) {
    this.advisories = advisories;
    this.incidents = incidents;
    this.same = same;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Takes it down; saying so again changes nothing, and the first who said so stays.
   *
   * @param by an operator's code or a staff id
   * @param staff the dispatcher, where it is one: a party of the incident does not learn of it
   * @throws Problem 404 where it is not this police service's, 409 where it waits for nobody
   */
  @Transactional
  public Advisory.Placed acknowledge(
      String policeService, UUID id, String by, @Nullable UUID staff) {
    Advisory.Placed found =
        advisories
            .of(policeService, id)
            .filter(placed -> !hidden(placed.advisory(), staff))
            .orElseThrow(() -> Problem.notFound("no-such-advisory", "There is no such advisory."));
    Advisory advisory = found.advisory();
    if (advisory.acknowledgeBy() == null) {
      throw Problem.conflict("waits-for-nobody", "This advisory waits for no acknowledgement.");
    }
    Instant now = clock.instant();
    if (!advisories.acknowledge(advisory, by, now)) {
      return advisories.of(policeService, id).orElseThrow();
    }
    outbox.tell(subject(advisory), new AdvisoryAcknowledged(advisory.incident(), id, now));
    return new Advisory.Placed(found.place(), advisory, now);
  }

  private boolean hidden(Advisory advisory, @Nullable UUID staff) {
    return staff != null
        && incidents
            .of(advisory.policeService(), advisory.incident())
            .filter(incident -> same.isHiddenFrom(incident.id(), staff))
            .isPresent();
  }

  /** The advisory is told of once: it is an aggregate of one event, in its incident's order. */
  private static Subject subject(Advisory advisory) {
    return Subject.of(
            advisory.id(), 1, advisory.policeService(), advisory.jurisdiction(), advisory.mode())
        .keyedBy(advisory.incident())
        .within(advisory.incident())
        .causedBy(advisory.id());
  }
}
