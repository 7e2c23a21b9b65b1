package org.warmhandoff.referral.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent.IncidentSeparated;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.referral.KnownIncident;
import org.warmhandoff.referral.KnownIncidents;
import org.warmhandoff.referral.Relocation;

/** A merge is taken back: what came with the incident and is open goes back to it. */
@ApplicationScoped
class SeparateIncident {

  private final KnownIncidents incidents;
  private final Relocation relocation;

  SeparateIncident(KnownIncidents incidents, Relocation relocation) {
    this.incidents = incidents;
    this.relocation = relocation;
  }

  @Transactional
  public Handled separate(Head head, IncidentSeparated separated) {
    UUID id = separated.incident();
    KnownIncident alone = incidents.lock(incidents.merged(id)).get(id);
    if (alone == null) {
      return Handled.waitsFor(id);
    }
    relocation.takeApart(alone, head);
    return Handled.done();
  }
}
