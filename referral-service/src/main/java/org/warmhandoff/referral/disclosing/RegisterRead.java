package org.warmhandoff.referral.disclosing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.referral.Agencies;
import org.warmhandoff.referral.Agency;
import org.warmhandoff.referral.Consent;
import org.warmhandoff.referral.Consents;
import org.warmhandoff.referral.DisclosureEntry;
import org.warmhandoff.referral.DisclosureRegister;
import org.warmhandoff.referral.ErasedPersons;
import org.warmhandoff.referral.Gate;
import org.warmhandoff.referral.Gate.Disclosure;
import org.warmhandoff.referral.Gate.Refused;
import org.warmhandoff.referral.JurisdictionProfiles;
import org.warmhandoff.referral.KnownIncident.Summary;
import org.warmhandoff.referral.KnownIncidents;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.referral.Refusal;
import org.warmhandoff.referral.WholeIncident;

/**
 * Decides again, at this moment, what the agency may read, and registers it. The disclosure happens
 * when this commits; the vault is asked afterwards.
 */
@ApplicationScoped
class RegisterRead {

  private final Referrals referrals;
  private final Consents consents;
  private final KnownIncidents incidents;
  private final ErasedPersons persons;
  private final Agencies agencies;
  private final JurisdictionProfiles profiles;
  private final DisclosureRegister register;
  private final Outbox outbox;
  private final InstantSource clock;

  RegisterRead(
      Referrals referrals,
      Consents consents,
      KnownIncidents incidents,
      ErasedPersons persons,
      Agencies agencies,
      JurisdictionProfiles profiles,
      DisclosureRegister register,
      Outbox outbox,
      InstantSource clock) {
    this.referrals = referrals;
    this.consents = consents;
    this.incidents = incidents;
    this.persons = persons;
    this.agencies = agencies;
    this.profiles = profiles;
    this.register = register;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What was registered, and is to be fetched now.
   *
   * @param disclosure id of the line in the register
   * @param summary the incident in codes; only where consented to
   */
  record Registered(
      UUID disclosure,
      UUID referral,
      UUID client,
      UUID person,
      String agency,
      Purpose purpose,
      List<DataCategory> categories,
      @Nullable Summary summary) {}

  /**
   * Registers a read by the agency.
   *
   * @param actor the account that asks
   * @throws Problem 404 for another agency's referral, 410 once consent was withdrawn, ran out, or
   *     the person was erased or the referral is over, 403 where the gate says no for another
   *     reason
   */
  @Transactional
  public Registered register(UUID id, String agencyCode, String actor) {
    // The consent's lock comes first, everything is read behind it: a withdrawal that has committed
    // is seen, one that has not waits.
    Consent consent =
        referrals
            .consentOf(id, agencyCode)
            .flatMap(consents::lock)
            .orElseThrow(RegisterRead::unknown);
    Referral referral = referrals.lock(id, agencyCode).orElseThrow(RegisterRead::unknown);
    WholeIncident incident = incidents.whole(referral.incident()).orElseThrow();
    Agency agency = agencies.findByIdOptional(agencyCode).orElseThrow();
    Instant now = clock.instant();
    Gate.Decision decision =
        Gate.decide(
            incident.view(referrals.served(incident.ids())),
            persons.view(referral.person()),
            List.of(consent.view().at(incident.id())),
            agency.view(),
            referral.purpose(),
            profiles.of(incident.place().jurisdiction()),
            now);
    return switch (decision) {
      case Refused refused -> throw problem(refused.reason());
      case Disclosure disclosure -> {
        if (!referral.isOpen()) {
          throw Problem.gone("referral-over", "This referral is over.");
        }
        yield register(disclosure, referral, consent, incident, actor, now);
      }
    };
  }

  private Registered register(
      Disclosure disclosure,
      Referral referral,
      Consent consent,
      WholeIncident incident,
      String actor,
      Instant now) {
    DisclosureEntry entry = new DisclosureEntry(disclosure, referral, consent, actor, now);
    register.persist(entry);
    var read = referral.read(disclosure, now);
    outbox.tell(referral.subject(), read);
    boolean summarised = disclosure.categories().contains(DataCategory.INCIDENT_SUMMARY);
    return new Registered(
        entry.id(),
        referral.id(),
        referral.client(),
        entry.person(),
        entry.agency(),
        entry.purpose(),
        entry.categories(),
        summarised ? incident.summary() : null);
  }

  private static Problem unknown() {
    return Problem.notFound("unknown-referral", "There is no such referral.");
  }

  private static Problem problem(Refusal reason) {
    return reason.isGone()
        ? Problem.gone(reason.code(), "This can no longer be read.")
        : Problem.forbidden(reason.code(), "This may not be read now.");
  }
}
