package org.warmhandoff.referral.referring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.warmhandoff.contracts.ConsentEvent.ConsentGiven;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.referral.Agencies;
import org.warmhandoff.referral.Agency;
import org.warmhandoff.referral.AgencyClients;
import org.warmhandoff.referral.Consent;
import org.warmhandoff.referral.Consents;
import org.warmhandoff.referral.Door;
import org.warmhandoff.referral.ErasedPersons;
import org.warmhandoff.referral.Gate;
import org.warmhandoff.referral.Gate.Disclosure;
import org.warmhandoff.referral.Gate.Refused;
import org.warmhandoff.referral.GateRefusal;
import org.warmhandoff.referral.GateRefusals;
import org.warmhandoff.referral.JurisdictionProfiles;
import org.warmhandoff.referral.KnownAssignments;
import org.warmhandoff.referral.KnownIncidents;
import org.warmhandoff.referral.Place;
import org.warmhandoff.referral.Referral;
import org.warmhandoff.referral.ReferralMove;
import org.warmhandoff.referral.ReferralMoves;
import org.warmhandoff.referral.ReferralSettings;
import org.warmhandoff.referral.Referrals;
import org.warmhandoff.referral.Sides;
import org.warmhandoff.referral.WholeIncident;

/**
 * Opens the referral a consent allows, and tells the agency in the same commit; or keeps why not.
 */
@ApplicationScoped
class OpenReferral {

  private final KnownIncidents incidents;
  private final KnownAssignments assignments;
  private final ErasedPersons persons;
  private final Consents consents;
  private final Agencies agencies;
  private final AgencyClients clients;
  private final JurisdictionProfiles profiles;
  private final ReferralSettings settings;
  private final Referrals referrals;
  private final ReferralMoves moves;
  private final GateRefusals refusals;
  private final Outbox outbox;
  private final InstantSource clock;
  private final String frontDoor;

  OpenReferral(
      KnownIncidents incidents,
      KnownAssignments assignments,
      ErasedPersons persons,
      Consents consents,
      Agencies agencies,
      AgencyClients clients,
      JurisdictionProfiles profiles,
      ReferralSettings settings,
      Referrals referrals,
      ReferralMoves moves,
      GateRefusals refusals,
      Outbox outbox,
      InstantSource clock,
      @ConfigProperty(name = "handoff.front-door") String frontDoor) {
    this.incidents = incidents;
    this.assignments = assignments;
    this.persons = persons;
    this.consents = consents;
    this.agencies = agencies;
    this.clients = clients;
    this.profiles = profiles;
    this.settings = settings;
    this.referrals = referrals;
    this.moves = moves;
    this.refusals = refusals;
    this.outbox = outbox;
    this.clock = clock;
    this.frontDoor = frontDoor;
  }

  /** Waits for the incident where it, or the person's part in it, has not been heard of yet. */
  @Transactional
  public Handled open(Head head, ConsentGiven given) {
    Optional<WholeIncident> incident = incidents.lockWhole(given.incident(), given.person());
    if (incident.isEmpty()) {
      return Handled.waitsFor(given.incident());
    }
    if (!referrals.isOpened(given.consent()) && !refusals.isAnswered(given.consent())) {
      decide(head, given, incident.get());
    }
    return Handled.done();
  }

  private void decide(Head head, ConsentGiven given, WholeIncident incident) {
    Place place = incident.place();
    Consent consent = consents.lock(given.consent()).orElseThrow();
    consent.placedIn(place);
    Agency agency = agencies.findByIdOptional(given.agency()).orElseThrow();
    Instant now = clock.instant();
    Gate.Decision decision =
        Gate.decide(
            incident.view(referrals.served(incident.ids())),
            persons.view(given.person()),
            List.of(consent.view().at(incident.id())),
            agency.view(),
            given.purpose(),
            profiles.of(place.jurisdiction()),
            now);
    switch (decision) {
      // two calls that became one: the agency has been sent her already
      case Disclosure disclosure when referrals.isOpenFor(incident.ids(), disclosure, now) -> {}
      case Disclosure disclosure -> send(head, disclosure, consent, agency, incident, now);
      case Refused refused -> {
        GateRefusal refusal =
            new GateRefusal(
                consent.id(), consent.incident(), agency.code(), refused.reason(), place, now);
        refusals.persist(refusal);
        outbox.tell(refusal.subject(place).causedBy(head.id()), refusal.toRefused());
      }
    }
  }

  private void send(
      Head head,
      Disclosure disclosure,
      Consent consent,
      Agency agency,
      WholeIncident incident,
      Instant now) {
    Place place = incident.place();
    Referral referral =
        new Referral(
            disclosure,
            consent,
            incident.id(),
            place,
            incident.zone(),
            clients.clientOf(
                agency.code(),
                disclosure.person(),
                place.policeService(),
                place.jurisdiction(),
                now),
            programOf(consent, incident).orElse(null),
            agency.answerWithin(),
            now);
    referrals.persist(referral);
    moves.persist(new ReferralMove(referral, Door.CONSENT, now));
    outbox.tell(referral.subject().causedBy(head.id()), referral.toRequested());
    String content = frontDoor + "/referral/api/v1/referrals/" + referral.id() + "/content";
    outbox.tell(referral.toldSubject().readAt(content), referral.toOffered());
  }

  /** The program that made contact; where none is known of, the one the purpose belongs to. */
  private Optional<String> programOf(Consent consent, WholeIncident incident) {
    return assignments
        .programInContact(incident.ids(), Sides.of(consent.purpose()))
        .or(() -> Optional.ofNullable(settings.programOfPurpose().get(consent.purpose())));
  }
}
