package org.warmhandoff.referral.consenting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.ConsentWithdrawn;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.referral.Consent;
import org.warmhandoff.referral.ConsentEntries;
import org.warmhandoff.referral.ConsentEntry;
import org.warmhandoff.referral.ConsentEntry.What;
import org.warmhandoff.referral.Consents;
import org.warmhandoff.referral.Door;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralMove;
import org.warmhandoff.referral.ReferralMoves;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.referral.Sides;
import org.warmhandoff.referral.Standing;

/**
 * Takes a consent back. It counts from this commit: reads and sends decide under the same lock, so
 * they are committed before it or refused.
 */
@ApplicationScoped
class WithdrawConsent {

  private final Admission admission;
  private final Consents consents;
  private final ConsentEntries entries;
  private final Referrals referrals;
  private final ReferralMoves moves;
  private final Outbox outbox;
  private final InstantSource clock;

  WithdrawConsent(
      Admission admission,
      Consents consents,
      ConsentEntries entries,
      Referrals referrals,
      ReferralMoves moves,
      Outbox outbox,
      InstantSource clock) {
    this.admission = admission;
    this.consents = consents;
    this.entries = entries;
    this.referrals = referrals;
    this.moves = moves;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Who was told that she takes it back.
   *
   * @param staff the member of staff; null for the privacy office
   * @param policeService the police service they are held to; null where they are not
   * @param sides the sides of an incident they may see
   */
  record Told(
      @Nullable UUID staff, @Nullable String policeService, Set<Audience> sides, String role) {

    boolean mayTouch(Consent consent) {
      boolean ownService =
          policeService == null
              || policeService.equals(consent.policeService())
              || policeService.equals(consent.takenIn());
      return ownService && sides.contains(Sides.of(consent.purpose()));
    }
  }

  /**
   * Withdraws; a second time changes nothing.
   *
   * @throws Problem 404 where it is not the caller's to know of, 409 where it was never given
   */
  @Transactional
  public void withdraw(UUID id, Told told) {
    Consent consent =
        consents
            .lock(id)
            .filter(told::mayTouch)
            .filter(found -> isAdmitted(found, told))
            .orElseThrow(() -> Problem.notFound("unknown-consent", "There is no such consent."));
    if (consent.standing() == Standing.WITHDRAWN) {
      return;
    }
    if (consent.standing() != Standing.GIVEN) {
      throw Problem.conflict("not-given", "Only a consent that was given can be taken back.");
    }
    Instant now = clock.instant();
    ConsentWithdrawn withdrawn = consent.withdraw(told.staff(), now);
    entries.persist(ConsentEntry.of(consent, What.WITHDRAWN, told.staff(), told.role(), now));
    UUID cause = outbox.tell(consent.subject(), withdrawn);
    referrals.lockByConsent(id).ifPresent(referral -> revoke(referral, cause, now));
  }

  /** The privacy office always; a worker where they took it down, or hold the assignment. */
  private boolean isAdmitted(Consent consent, Told told) {
    UUID staff = told.staff();
    if (staff == null) {
      return true;
    }
    Admission.Asker asker = new Admission.Asker(staff, told.policeService(), told.sides());
    return !admission.isKeptOut(consent.incident(), staff)
        && (!asker.isWorker()
            || consent.wasTakenBy(staff)
            || admission.holds(consent.incident(), asker));
  }

  private void revoke(Referral referral, UUID cause, Instant now) {
    referral
        .withdraw(now)
        .ifPresent(
            withdrawn -> {
              moves.persist(new ReferralMove(referral, Door.WITHDRAWAL, now));
              outbox.tell(referral.subject().causedBy(cause), withdrawn);
            });
    var revoked = referral.revoke(now);
    outbox.tell(referral.toldSubject(), revoked);
  }
}
