package org.warmhandoff.referral.consenting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.Caller;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.Role;
import org.warmhandoff.referral.Sides;
import org.warmhandoff.referral.Statement.Taker;

/** Who may take which consent: a worker only on the side they work on, an officer in their own. */
@ApplicationScoped
class Takers {

  private final Caller caller;

  Takers(Caller caller) {
    this.caller = caller;
  }

  /** The caller as the ledger names them. */
  Taker taker() {
    return new Taker(caller.staff(), policeService(), role());
  }

  /** The caller as one who looks. */
  Admission.Asker asker() {
    return new Admission.Asker(caller.staff(), policeService(), sides());
  }

  /** The caller as one who was told that a consent is taken back. */
  WithdrawConsent.Told withdrawal() {
    boolean privacyOffice = caller.has(Role.PRIVACY_OFFICER);
    return new WithdrawConsent.Told(
        privacyOffice ? null : caller.staff(),
        privacyOffice ? null : policeService(),
        sides(),
        role());
  }

  /** The police service the caller is held to; null for those who are held to a side instead. */
  @Nullable String policeService() {
    return caller.has(Role.OFFICER) ? caller.policeService() : null;
  }

  /** The sides of an incident the caller may see. */
  Set<Audience> sides() {
    EnumSet<Audience> sides = EnumSet.noneOf(Audience.class);
    if (caller.has(Role.OFFICER) || caller.has(Role.PRIVACY_OFFICER)) {
      sides.addAll(EnumSet.allOf(Audience.class));
    }
    if (caller.has(Role.SOCIAL_WORKER)) {
      sides.add(Audience.VICTIM);
    }
    if (caller.has(Role.OUTREACH_WORKER)) {
      sides.add(Audience.ALLEGED_OFFENDER);
    }
    return sides;
  }

  /**
   * Holds a worker to their side.
   *
   * @throws Problem 403
   */
  void mustBeOnSideOf(Purpose purpose) {
    if (!sides().contains(Sides.of(purpose))) {
      throw Problem.forbidden("other-side", "This is the other side's, and not yours to ask.");
    }
  }

  String role() {
    return Stream.of(Role.OFFICER, Role.SOCIAL_WORKER, Role.OUTREACH_WORKER, Role.PRIVACY_OFFICER)
        .filter(caller::has)
        .findFirst()
        .orElse("none");
  }
}
