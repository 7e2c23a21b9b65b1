package org.warmhandoff.referral.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent.IncidentSplit;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.referral.KnownIncident;
import org.warmhandoff.referral.KnownIncidents;
import org.warmhandoff.referral.Relocation;

/** A new incident was part of another: a referral goes with the person it is about. */
@ApplicationScoped
class SplitIncident {

  private final KnownIncidents incidents;
  private final Relocation relocation;

  SplitIncident(KnownIncidents incidents, Relocation relocation) {
    this.incidents = incidents;
    this.relocation = relocation;
  }

  @Transactional
  public Handled split(Head head, IncidentSplit split) {
    Map<UUID, KnownIncident> locked = incidents.lock(List.of(split.incident(), split.from()));
    KnownIncident fresh = locked.get(split.incident());
    KnownIncident old = locked.get(split.from());
    if (fresh == null || old == null) {
      return Handled.waitsFor(fresh == null ? split.incident() : split.from());
    }
    fresh.splitFrom(old);
    incidents.flush();
    relocation.followSplits(split.incident(), head);
    return Handled.done();
  }
}
