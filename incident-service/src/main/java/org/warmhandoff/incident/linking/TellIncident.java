package org.warmhandoff.incident.linking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.Cast;
import org.warmhandoff.incident.Casting;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.IncidentState.Heard;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.IncidentsToTell;
import org.warmhandoff.incident.Together;
import org.warmhandoff.incident.Unsettled;

/**
 * Tells an incident anew whose parties were linked to others since, or no longer are. In a
 * transaction of its own: the report that made it so locks no other incident.
 */
@ApplicationScoped
class TellIncident {

  private final IncidentsToTell toTell;
  private final Incidents incidents;
  private final Casting casting;
  private final Together together;
  private final Unsettled unsettled;
  private final Outbox outbox;

  TellIncident(
      IncidentsToTell toTell,
      Incidents incidents,
      Casting casting,
      Together together,
      Unsettled unsettled,
      Outbox outbox) {
    this.toTell = toTell;
    this.incidents = incidents;
    this.casting = casting;
    this.together = together;
    this.unsettled = unsettled;
    this.outbox = outbox;
  }

  /**
   * Tells the next one.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean next() {
    Optional<UUID> next = toTell.next();
    // First this, then the look at the links: a reason that comes in between stays.
    next.ifPresent(toTell::told);
    next.flatMap(id -> incidents.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE))
        .ifPresent(this::tell);
    return next.isPresent();
  }

  private void tell(Incident incident) {
    Cast cast = casting.now(incident);
    incident.keepOut(cast.excludedStaff());
    Heard state = incident.state();
    outbox.tell(
        incident.next(state.mode()),
        new IncidentUpdated(
            incident.id(), state.told(incident.zone(), together.told(incident, cast))));
    if (incident.mergedInto() != null) {
      unsettled.note(incident, state.position().asOf());
    }
  }
}
