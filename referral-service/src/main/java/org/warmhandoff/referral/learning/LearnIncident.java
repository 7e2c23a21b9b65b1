package org.warmhandoff.referral.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.referral.KnownIncident;
import org.warmhandoff.referral.KnownIncidents;
import org.warmhandoff.referral.Place;
import org.warmhandoff.referral.Relocation;

/** Takes over the whole state of an incident. */
@ApplicationScoped
class LearnIncident {

  private final KnownIncidents incidents;
  private final Relocation relocation;

  LearnIncident(KnownIncidents incidents, Relocation relocation) {
    this.incidents = incidents;
    this.relocation = relocation;
  }

  @Transactional
  public void learn(Head head, UUID id, IncidentFacts facts) {
    // a split of it, told by the other one, must not be overwritten
    Optional<KnownIncident> known = incidents.lock(id);
    if (known.isPresent()) {
      known.get().learn(facts, head.mode());
      if (known.get().wasSplit()) {
        incidents.flush();
        relocation.followSplits(id, head);
      }
      return;
    }
    Place place = new Place(head.policeService(), head.jurisdiction(), head.mode());
    incidents.persist(new KnownIncident(id, place, facts));
  }
}
