package org.warmhandoff.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AgencyAnswer.Status;

/** An answer from an agency's topic that did not fit; never changed. */
@Entity
@Table(name = "refused_answer")
public class RefusedAnswer {

  /** Why an answer does not fit. */
  public enum Why {
    /** No such referral, or another agency's: the answer cannot tell which. */
    NO_SUCH_REFERRAL,
    /** There is no such move from where the referral stands. */
    NOT_ALLOWED,
    REASON_MISSING,
    REASON_NOT_A_CODE
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long number;

  private @Nullable UUID event;

  private String agency;

  private UUID referral;
  private @Nullable UUID incident;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Enumerated(EnumType.STRING)
  private Why why;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private Instant at;

  @Column(name = "recorded_at", insertable = false, updatable = false)
  private @Nullable Instant recordedAt;

  protected RefusedAnswer() {}

  public RefusedAnswer(
      @Nullable UUID event,
      String agency,
      UUID referral,
      @Nullable UUID incident,
      Status status,
      Why why,
      Place place,
      Instant at) {
    this.event = event;
    this.agency = agency;
    this.referral = referral;
    this.incident = incident;
    this.status = status;
    this.why = why;
    this.policeService = place.policeService();
    this.jurisdiction = place.jurisdiction();
    this.at = at;
  }

  public String agency() {
    return agency;
  }

  public UUID referral() {
    return referral;
  }

  public Why why() {
    return why;
  }

  public Status status() {
    return status;
  }

  public Instant at() {
    return at;
  }

  public Instant recordedAt() {
    return recordedAt == null ? at : recordedAt;
  }
}
