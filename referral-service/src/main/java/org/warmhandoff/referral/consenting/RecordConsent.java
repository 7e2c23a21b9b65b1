package org.warmhandoff.referral.consenting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.referral.Consent;
import org.warmhandoff.referral.ConsentEntries;
import org.warmhandoff.referral.ConsentEntry;
import org.warmhandoff.referral.ConsentEntry.What;
import org.warmhandoff.referral.Consents;
import org.warmhandoff.referral.JurisdictionProfiles;
import org.warmhandoff.referral.Place;
import org.warmhandoff.referral.Statement;
import org.warmhandoff.referral.Statement.Taker;

/** Takes down what a person said about a release, or what staff say she said. */
@ApplicationScoped
class RecordConsent {

  private final Takedown takedown;
  private final Admission admission;
  private final Consents consents;
  private final ConsentEntries entries;
  private final JurisdictionProfiles profiles;
  private final Outbox outbox;
  private final InstantSource clock;

  RecordConsent(
      Takedown takedown,
      Admission admission,
      Consents consents,
      ConsentEntries entries,
      JurisdictionProfiles profiles,
      Outbox outbox,
      InstantSource clock) {
    this.takedown = takedown;
    this.admission = admission;
    this.consents = consents;
    this.entries = entries;
    this.profiles = profiles;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Records it and tells it.
   *
   * @throws Problem 404 for an incident that is not the taker's, 409 where a consent to the same
   *     release is in force, 410 for an erased person, 422 for an unknown agency or text
   */
  @Transactional
  public UUID record(ConsentRequest request, Taker taker) {
    Instant now = clock.instant();
    Place place = takedown.place(request, taker);
    Statement said = takedown.statement(request, taker);
    makeRoomFor(said, now);
    Consent consent =
        switch (request.decision()) {
          case GIVEN -> {
            if (said.categories().isEmpty()) {
              throw Problem.wrong("nothing-to-share", "Say what may be shared.")
                  .at("/categories")
                  .expected("at least one category");
            }
            Instant expiresAt = now.plus(profiles.of(place.jurisdiction()).validity());
            yield Consent.given(consents.nextNumber(), said, place, now, expiresAt);
          }
          case REFUSED -> Consent.refused(consents.nextNumber(), said, place, now);
        };
    store(consent);
    What what =
        switch (request.decision()) {
          case GIVEN -> What.GIVEN;
          case REFUSED -> What.REFUSED;
        };
    entries.persist(ConsentEntry.of(consent, what, taker.staff(), taker.role(), now));
    outbox.tell(
        consent.subject(),
        switch (request.decision()) {
          case GIVEN -> consent.toGiven();
          case REFUSED -> consent.toRefused();
        });
    return consent.id();
  }

  /** A release in force must be taken back first; one whose time ran out makes room by itself. */
  private void makeRoomFor(Statement said, Instant now) {
    consents
        .lockGiven(admission.oneWith(said.incident()), said.person(), said.agency(), said.purpose())
        .forEach(
            standing -> {
              if (now.isBefore(standing.expiresAt())) {
                throw inForce();
              }
              standing.lapse(now);
              entries.persist(
                  ConsentEntry.of(
                      standing, What.LAPSED, said.taker().staff(), said.taker().role(), now));
              consents.flush();
            });
  }

  private void store(Consent consent) {
    try {
      consents.persistAndFlush(consent);
    } catch (PersistenceException failed) {
      // Two taps at once: the index on releases in force lets one through.
      if (failed instanceof ConstraintViolationException) {
        throw inForce();
      }
      throw failed;
    }
  }

  private static Problem inForce() {
    return Problem.conflict(
        "consent-in-force", "A consent to this is in force; it must be taken back first.");
  }
}
