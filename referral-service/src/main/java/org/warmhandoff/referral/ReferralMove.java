package org.warmhandoff.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step in the life of a referral; never changed. */
@Entity
@Table(name = "referral_move")
public class ReferralMove {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long number;

  private UUID referral;
  private UUID incident;
  private String agency;
  private String state;
  private @Nullable String reason;
  private String door;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private Instant at;

  @Column(name = "recorded_at", insertable = false, updatable = false)
  private @Nullable Instant recordedAt;

  protected ReferralMove() {}

  /** The step the referral has just made. */
  public ReferralMove(Referral referral, Door door, Instant at) {
    this.referral = referral.id();
    this.incident = referral.incident();
    this.agency = referral.agency();
    this.state = referral.state().code();
    this.reason = referral.state().because().orElse(null);
    this.door = door.code();
    this.policeService = referral.policeService();
    this.jurisdiction = referral.jurisdiction();
    this.at = at;
  }

  public UUID referral() {
    return referral;
  }

  public String agency() {
    return agency;
  }

  public String state() {
    return state;
  }

  public String door() {
    return door;
  }

  public Instant at() {
    return at;
  }

  public Instant recordedAt() {
    return recordedAt == null ? at : recordedAt;
  }
}
