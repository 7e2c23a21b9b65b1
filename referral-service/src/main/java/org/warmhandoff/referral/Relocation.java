package org.warmhandoff.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.ReferralEvent.ReferralMoved;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Outbox;

/**
 * Moves open referrals with their incidents. Whoever counts them is told where they are; their
 * agencies are told nothing, and nothing is sent.
 */
@ApplicationScoped
public class Relocation {

  private final KnownIncidents incidents;
  private final Referrals referrals;
  private final Outbox outbox;
  private final InstantSource clock;

  Relocation(KnownIncidents incidents, Referrals referrals, Outbox outbox, InstantSource clock) {
    this.incidents = incidents;
    this.referrals = referrals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What is open at one goes on at another; both are locked. */
  public void merge(UUID from, UUID into, Head cause) {
    referrals
        .lockOpenAt(from)
        .forEach(one -> tell(one, one.goOnAt(into, from, clock.instant()), cause));
  }

  /** It stands on its own again, and what came with it goes back; nothing where it does already. */
  public void takeApart(KnownIncident alone, Head cause) {
    if (alone.mergedInto() == null) {
      return;
    }
    UUID whole = incidents.whole(alone.id()).map(WholeIncident::id).orElseThrow();
    alone.leave(incidents.findById(whole));
    incidents.flush();
    List<UUID> leaving = incidents.merged(alone.id());
    referrals.lockOpenAt(whole).stream()
        .filter(referral -> leaving.contains(referral.cameFrom()))
        .forEach(one -> tell(one, one.goBackTo(alone.id(), clock.instant()), cause));
    // whom it names alone is referred here; the whole may have been told of without it before
    followSplits(alone.id(), cause);
  }

  /**
   * After a fact of an incident that was split, or that was split off: who is named at the new one
   * alone is helped there. The two sources' words come in any order.
   */
  public void followSplits(UUID incident, Head cause) {
    incidents
        .whole(incident)
        .ifPresent(
            whole -> {
              whole.splitOff().stream()
                  .sorted()
                  .flatMap(fresh -> incidents.whole(fresh).stream())
                  .forEach(fresh -> split(whole, fresh, cause));
              whole.splitFrom().stream()
                  .sorted()
                  .flatMap(old -> incidents.whole(old).stream())
                  .forEach(old -> split(old, whole, cause));
            });
  }

  private void split(WholeIncident old, WholeIncident fresh, Head cause) {
    if (!old.id().equals(fresh.id())) {
      referrals.lockOpenAt(old.id()).stream()
          .filter(referral -> fresh.has(referral.person()) && !old.has(referral.person()))
          .forEach(one -> tell(one, one.goOnAt(fresh.id(), null, clock.instant()), cause));
    }
  }

  private void tell(Referral referral, ReferralMoved moved, Head cause) {
    outbox.tell(referral.subject().causedBy(cause.id()), moved);
  }
}
