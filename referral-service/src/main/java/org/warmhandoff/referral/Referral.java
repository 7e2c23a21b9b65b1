package org.warmhandoff.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AgencyAnswer.Status;
import org.warmhandoff.contracts.AgencyReferral.ReferralOffered;
import org.warmhandoff.contracts.AgencyReferral.ReferralRevoked;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.ConsentEvent.Purpose;
import org.warmhandoff.contracts.ConsentEvent.Urgency;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.contracts.ReferralEvent.ReferralAnswered;
import org.warmhandoff.contracts.ReferralEvent.ReferralContentRead;
import org.warmhandoff.contracts.ReferralEvent.ReferralMoved;
import org.warmhandoff.contracts.ReferralEvent.ReferralRequested;
import org.warmhandoff.contracts.ReferralEvent.ReferralWithdrawn;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.referral.Gate.Disclosure;

/** One person, referred to one agency under one consent. */
@Entity
@Table(name = "referral")
public class Referral extends AtIncident {

  @Id private UUID id;
  private UUID consent;
  private UUID person;
  private UUID client;
  private String agency;

  @Enumerated(EnumType.STRING)
  private Purpose purpose;

  @Enumerated(EnumType.STRING)
  private Audience side;

  private @Nullable String program;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private String[] needs;
  private String state;
  private @Nullable String reason;

  @Column(name = "consented_at")
  private Instant consentedAt;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "answer_by")
  private Instant answerBy;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  private String zone;
  private long version;
  private long told;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Referral() {}

  /**
   * Opens a referral on what the gate let through.
   *
   * @param incident the one that goes on, where the consent's was merged or split since
   * @param zone IANA zone of the jurisdiction
   * @param client the agency's own id of the person
   * @param answerWithin how long the agency has to answer
   */
  public Referral(
      Disclosure disclosure,
      Consent consent,
      UUID incident,
      Place place,
      String zone,
      UUID client,
      @Nullable String program,
      Duration answerWithin,
      Instant now) {
    super(incident);
    if (!disclosure.consent().equals(consent.id())) {
      throw new IllegalArgumentException("the disclosure rests on another consent");
    }
    this.id = UUID.randomUUID();
    this.consent = consent.id();
    this.person = disclosure.person();
    this.client = client;
    this.agency = disclosure.agency();
    this.purpose = disclosure.purpose();
    this.side = Sides.of(purpose);
    this.program = program;
    this.urgency = consent.urgency();
    this.needs = consent.needs().toArray(String[]::new);
    this.consentedAt = consent.validFrom();
    this.openedAt = now;
    this.answerBy = now.plus(answerWithin);
    this.expiresAt = disclosure.until();
    this.policeService = place.policeService();
    this.jurisdiction = place.jurisdiction();
    this.mode = place.mode();
    this.zone = zone;
    this.version = 1;
    this.told = 1;
    become(new ReferralState.Requested(), now);
  }

  /** Told to everyone: it was asked for. */
  public ReferralRequested toRequested() {
    return new ReferralRequested(
        id,
        incident(),
        person,
        consent,
        agency,
        purpose,
        program,
        urgency,
        needs(),
        consentedAt,
        openedAt);
  }

  /** Told to the agency: without the incident(), and with the person's id there. */
  public ReferralOffered toOffered() {
    return new ReferralOffered(
        agency, id, client, program, purpose, urgency, needs(), answerBy, expiresAt);
  }

  /**
   * The agency answers.
   *
   * @param why a code, where {@link Status#needsReason()}
   * @return what to tell; empty where there is no such move from where it stands
   */
  public Optional<ReferralAnswered> answer(Status status, @Nullable String why, Instant now) {
    Optional<ReferralState> next = state().answered(status, why);
    next.ifPresent(
        to -> {
          become(to, now);
          version++;
        });
    return next.map(
        to -> new ReferralAnswered(id, incident(), agency, status, to.because().orElse(null), now));
  }

  /**
   * It goes on at another incident; its agency is told nothing.
   *
   * @param cameFrom where it goes back to should the two be taken apart; null where it is for good
   */
  ReferralMoved goOnAt(UUID other, @Nullable UUID cameFrom, Instant now) {
    UUID from = incident();
    moveTo(other, cameFrom);
    version++;
    return new ReferralMoved(id, other, from, now);
  }

  /** It goes back to where it came from, or to what goes on for that now. */
  ReferralMoved goBackTo(UUID other, Instant now) {
    UUID from = incident();
    moveBackTo(other);
    version++;
    return new ReferralMoved(id, other, from, now);
  }

  /** The consent was taken back; empty where the referral was over already. */
  public Optional<ReferralWithdrawn> withdraw(Instant now) {
    if (!(state() instanceof ReferralState.Open open)) {
      return Optional.empty();
    }
    become(open.withdraw(), now);
    version++;
    return Optional.of(new ReferralWithdrawn(id, incident(), agency, now));
  }

  /** Tells the agency to stop and to delete what it read, also where the loop had closed. */
  public ReferralRevoked revoke(Instant now) {
    told++;
    return new ReferralRevoked(agency, id, now);
  }

  /** The agency is let read. */
  public ReferralContentRead read(Disclosure disclosure, Instant now) {
    version++;
    changedAt = now;
    return new ReferralContentRead(id, incident(), agency, disclosure.categories(), now);
  }

  /** Whether the agency still works with what it may read. */
  public boolean isOpen() {
    return state() instanceof ReferralState.Open;
  }

  public ReferralState state() {
    return ReferralState.of(state, reason);
  }

  private void become(ReferralState next, Instant now) {
    state = next.code();
    reason = next.because().orElse(null);
    changedAt = now;
  }

  /** What its next event is about. */
  public Subject subject() {
    return Subject.of(id, version, policeService, jurisdiction, mode).within(incident());
  }

  /** What its next event on the agency's topic is about: nothing in it leads to the incident. */
  public Subject toldSubject() {
    return Subject.of(id, told, policeService, jurisdiction, mode);
  }

  public UUID id() {
    return id;
  }

  public UUID consent() {
    return consent;
  }

  public UUID person() {
    return person;
  }

  public UUID client() {
    return client;
  }

  public String agency() {
    return agency;
  }

  public Purpose purpose() {
    return purpose;
  }

  public Audience side() {
    return side;
  }

  public @Nullable String program() {
    return program;
  }

  public Urgency urgency() {
    return urgency;
  }

  public List<String> needs() {
    return List.of(needs);
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant answerBy() {
    return answerBy;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public String zone() {
    return zone;
  }

  public String policeService() {
    return policeService;
  }

  public String jurisdiction() {
    return jurisdiction;
  }
}
