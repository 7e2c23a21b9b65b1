package org.warmhandoff.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Moves open referrals with their incidents. Nothing is told by that and nothing is sent: what is
 * told of them next names the incident they are at.
 */
@ApplicationScoped
public class Relocation {

  private final KnownIncidents incidents;
  private final Referrals referrals;

  Relocation(KnownIncidents incidents, Referrals referrals) {
    this.incidents = incidents;
    this.referrals = referrals;
  }

  /** What is open at one goes on at another; both are locked. */
  public void merge(UUID from, UUID into) {
    referrals.lockOpenAt(from).forEach(referral -> referral.moveTo(into, from));
  }

  /** It stands on its own again, and what came with it goes back; nothing where it does already. */
  public void takeApart(KnownIncident alone) {
    if (alone.mergedInto() == null) {
      return;
    }
    UUID whole = incidents.whole(alone.id()).map(WholeIncident::id).orElseThrow();
    alone.leave(incidents.findById(whole));
    incidents.flush();
    List<UUID> leaving = incidents.merged(alone.id());
    referrals.lockOpenAt(whole).stream()
        .filter(referral -> leaving.contains(referral.cameFrom()))
        .forEach(referral -> referral.moveBackTo(alone.id()));
    // whom it names alone is referred here; the whole may have been told of without it before
    followSplits(alone.id());
  }

  /**
   * After a fact of an incident that was split, or that was split off: who is named at the new one
   * alone is helped there. The two sources' words come in any order.
   */
  public void followSplits(UUID incident) {
    incidents
        .whole(incident)
        .ifPresent(
            whole -> {
              whole.splitOff().stream()
                  .sorted()
                  .flatMap(fresh -> incidents.whole(fresh).stream())
                  .forEach(fresh -> split(whole, fresh));
              whole.splitFrom().stream()
                  .sorted()
                  .flatMap(old -> incidents.whole(old).stream())
                  .forEach(old -> split(old, whole));
            });
  }

  private void split(WholeIncident old, WholeIncident fresh) {
    if (!old.id().equals(fresh.id())) {
      referrals.lockOpenAt(old.id()).stream()
          .filter(referral -> fresh.has(referral.person()) && !old.has(referral.person()))
          .forEach(referral -> referral.moveTo(fresh.id(), null));
    }
  }
}
