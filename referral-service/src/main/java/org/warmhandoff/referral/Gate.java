package org.warmhandoff.referral;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.DataCategory;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.Mode;

/**
 * The only place where a disclosure is made. A pure function: what may go depends on what it is
 * given and nothing else, so that every refusal can be shown again.
 *
 * <p>Rules: no referral without an active consent for this person, this agency, this purpose and
 * these categories; the two sides of an incident are kept apart (MFIPPA s. 32(b), PHIPA s. 29 and
 * the programs' own agreements).
 */
public final class Gate {

  private Gate() {}

  /** What the gate answers: exactly these categories, or nothing and why. */
  public sealed interface Decision permits Disclosure, Refused {}

  /** Nothing may go. */
  public record Refused(Refusal reason) implements Decision {}

  /** Leave for one agency to be told these categories about one person. Made by the gate alone. */
  public static final class Disclosure implements Decision {

    private final UUID person;
    private final String agency;
    private final Purpose purpose;
    private final UUID consent;
    private final Set<DataCategory> categories;
    private final Instant until;

    private Disclosure(ConsentView consent) {
      this.person = consent.person();
      this.agency = consent.agency();
      this.purpose = consent.purpose();
      this.consent = consent.id();
      this.categories = EnumSet.copyOf(consent.categories());
      this.until = consent.expiresAt();
    }

    public UUID person() {
      return person;
    }

    public String agency() {
      return agency;
    }

    public Purpose purpose() {
      return purpose;
    }

    /** The consent it rests on. */
    public UUID consent() {
      return consent;
    }

    /** In the order of their declaration; never empty. */
    public List<DataCategory> categories() {
      return List.copyOf(categories);
    }

    /** First instant at which the consent holds no more. */
    public Instant until() {
      return until;
    }

    @Override
    public String toString() {
      return "Disclosure[consent=" + consent + ", categories=" + categories + "]";
    }
  }

  /**
   * Decides what may be told to the agency about the person for the purpose at that instant.
   *
   * @param consents the ledger's statements; those about other releases are ignored
   * @param profile of the incident's jurisdiction
   */
  public static Decision decide(
      IncidentView incident,
      PersonView person,
      List<ConsentView> consents,
      AgencyView agency,
      Purpose purpose,
      JurisdictionProfile profile,
      Instant now) {
    Optional<ConsentView> consent =
        consents.stream()
            .filter(c -> c.isAbout(incident.id(), person.id(), agency.code(), purpose))
            .max(Comparator.comparingLong(ConsentView::number));
    Optional<Refusal> refusal =
        refusalOf(incident, person)
            .or(() -> refusalOf(agency, purpose))
            .or(() -> refusalOf(incident, person, agency, Sides.of(purpose)))
            .or(
                () ->
                    consent
                        .map(c -> refusalOf(c, incident, profile, now))
                        .orElse(Optional.of(Refusal.NO_CONSENT)));
    return refusal
        .<Decision>map(Refused::new)
        .orElseGet(() -> new Disclosure(consent.orElseThrow()));
  }

  private static Optional<Refusal> refusalOf(IncidentView incident, PersonView person) {
    if (incident.mode() != Mode.LIVE) {
      return Optional.of(Refusal.NOT_LIVE);
    }
    return person.erased() ? Optional.of(Refusal.PERSON_ERASED) : Optional.empty();
  }

  private static Optional<Refusal> refusalOf(AgencyView agency, Purpose purpose) {
    if (!agency.active()) {
      return Optional.of(Refusal.AGENCY_INACTIVE);
    }
    if (!agency.purposes().contains(purpose)) {
      return Optional.of(Refusal.AGENCY_NOT_FOR_PURPOSE);
    }
    return agency.serves().contains(Sides.of(purpose))
        ? Optional.empty()
        : Optional.of(Refusal.AGENCY_NOT_FOR_SIDE);
  }

  private static Optional<Refusal> refusalOf(
      IncidentView incident, PersonView person, AgencyView agency, Audience side) {
    Set<Audience> sides = incident.sidesOf(person.id());
    if (!sides.contains(side)) {
      return Optional.of(Refusal.NOT_ON_SIDE);
    }
    if (side == Audience.ALLEGED_OFFENDER && sides.contains(Audience.VICTIM)) {
      return Optional.of(Refusal.DUAL_ROLE);
    }
    boolean meetsBoth = incident.sides().size() == 2 && agency.serves().size() == 2;
    return meetsBoth || incident.servesOther(agency.code(), side)
        ? Optional.of(Refusal.BOTH_SIDES)
        : Optional.empty();
  }

  private static Optional<Refusal> refusalOf(
      ConsentView consent, IncidentView incident, JurisdictionProfile profile, Instant now) {
    return switch (consent.standing()) {
      case REFUSED -> Optional.of(Refusal.CONSENT_REFUSED);
      case WITHDRAWN -> Optional.of(Refusal.CONSENT_WITHDRAWN);
      case LAPSED -> Optional.of(Refusal.CONSENT_EXPIRED);
      case GIVEN -> refusalOfGiven(consent, incident, profile, now);
    };
  }

  private static Optional<Refusal> refusalOfGiven(
      ConsentView consent, IncidentView incident, JurisdictionProfile profile, Instant now) {
    if (now.isBefore(consent.validFrom())) {
      return Optional.of(Refusal.CONSENT_NOT_YET_VALID);
    }
    if (!now.isBefore(consent.expiresAt())) {
      return Optional.of(Refusal.CONSENT_EXPIRED);
    }
    if (consent.categories().isEmpty()) {
      return Optional.of(Refusal.CONSENT_WITHOUT_CATEGORIES);
    }
    String takenBy = consent.policeService();
    if (takenBy != null && !takenBy.equals(incident.policeService())) {
      return Optional.of(Refusal.TAKEN_ELSEWHERE);
    }
    if (!profile.forms().contains(consent.form())) {
      return Optional.of(Refusal.FORM_NOT_ACCEPTED);
    }
    return consent.expiresAt().isAfter(consent.validFrom().plus(profile.validity()))
        ? Optional.of(Refusal.VALIDITY_TOO_LONG)
        : Optional.empty();
  }
}
