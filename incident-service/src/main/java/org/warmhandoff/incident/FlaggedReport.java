package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report that was odd, kept for the integrator who asks why. */
@Entity
@Table(name = "intake_flag")
public class FlaggedReport {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private UUID incident;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private String code;

  @Column(name = "flagged_at")
  private Instant flaggedAt;

  /** Wall clock, given by the database. */
  @Column(name = "recorded_at", insertable = false, updatable = false)
  private @Nullable Instant recordedAt;

  FlaggedReport() {}

  FlaggedReport(Incident incident, IntakeFlag flag, Instant at) {
    this.incident = incident.id();
    this.policeService = incident.policeService();
    this.jurisdiction = incident.jurisdiction();
    this.code = flag.code();
    this.flaggedAt = at;
  }

  public String code() {
    return code;
  }

  public Instant flaggedAt() {
    return flaggedAt;
  }

  public Instant recordedAt() {
    return Objects.requireNonNull(recordedAt);
  }
}
