package org.warmhandoff.referral.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.IncidentEvent.IncidentMerged;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.referral.KnownIncident;
import org.warmhandoff.referral.KnownIncidents;
import org.warmhandoff.referral.Relocation;
import org.warmhandoff.referral.WholeIncident;

/**
 * Two incidents are one: their parties are kept apart together, and open referrals go on at one.
 */
@ApplicationScoped
class MergeIncident {

  private final KnownIncidents incidents;
  private final Relocation relocation;

  MergeIncident(KnownIncidents incidents, Relocation relocation) {
    this.incidents = incidents;
    this.relocation = relocation;
  }

  /** No order holds across incidents: the one that goes on may be heard of later. */
  @Transactional
  public Handled merge(Head head, IncidentMerged merged) {
    Set<UUID> family = new HashSet<>(incidents.merged(merged.incident()));
    family.addAll(incidents.merged(merged.into()));
    Map<UUID, KnownIncident> locked = incidents.lock(family);
    KnownIncident from = locked.get(merged.incident());
    KnownIncident into = locked.get(merged.into());
    if (from == null || into == null) {
      return Handled.waitsFor(from == null ? merged.incident() : merged.into());
    }
    if (merged.into().equals(from.mergedInto()) || from.isDrill() != into.isDrill()) {
      return Handled.done();
    }
    Optional<UUID> link = lastBefore(merged.incident(), merged.into(), locked);
    if (link.isPresent()) {
      // the other is part of this one still; that this link is undone has not been heard yet
      return Handled.waitsFor(link.get());
    }
    relocation.takeApart(from, head);
    UUID goesOn = incidents.whole(merged.into()).map(WholeIncident::id).orElseThrow();
    from.mergedInto(merged.into());
    relocation.merge(merged.incident(), goesOn, head);
    return Handled.done();
  }

  /** On the way up from one: what was merged straight into the other. */
  private static Optional<UUID> lastBefore(UUID above, UUID one, Map<UUID, KnownIncident> locked) {
    UUID at = one;
    for (KnownIncident row = locked.get(at); row != null; row = locked.get(at)) {
      UUID into = row.mergedInto();
      if (into == null) {
        return Optional.empty();
      }
      if (into.equals(above)) {
        return Optional.of(at);
      }
      at = into;
    }
    return Optional.empty();
  }
}
