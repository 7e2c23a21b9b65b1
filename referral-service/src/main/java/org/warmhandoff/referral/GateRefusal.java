package org.warmhandoff.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.warmhandoff.contracts.ReferralEvent.ReferralRefused;
import org.warmhandoff.eventing.Subject;

/** A referral the gate stopped; never changed. */
@Entity
@Table(name = "gate_refusal")
public class GateRefusal {

  @Id private UUID referral;
  private UUID consent;
  private UUID incident;
  private String agency;
  private String reason;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private Instant at;

  protected GateRefusal() {}

  public GateRefusal(
      UUID consent, UUID incident, String agency, Refusal reason, Place place, Instant at) {
    this.referral = UUID.randomUUID();
    this.consent = consent;
    this.incident = incident;
    this.agency = agency;
    this.reason = reason.code();
    this.policeService = place.policeService();
    this.jurisdiction = place.jurisdiction();
    this.at = at;
  }

  public ReferralRefused toRefused() {
    return new ReferralRefused(referral, incident, consent, agency, reason, at);
  }

  /** What its only event is about. */
  public Subject subject(Place place) {
    return Subject.of(referral, 1, policeService, jurisdiction, place.mode()).within(incident);
  }
}
