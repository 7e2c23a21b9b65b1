package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Circumstances.Urgency;
import org.warmhandoff.incident.RiskScreen.Ground;

/**
 * A risk screen that was filled in. Its answers and its number are sealed under the victim's own
 * key and end with it; tool, ground and urgency are codes.
 */
@Entity
@Table(name = "risk_screen")
public class ScreenEntry {

  @Id private UUID id;
  private UUID incident;
  private @Nullable UUID person;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private String tool;
  private String edition;

  @Column(name = "filled_by")
  private UUID filledBy;

  @Column(name = "filled_at")
  private Instant filledAt;

  @Enumerated(EnumType.STRING)
  private Ground ground;

  @Enumerated(EnumType.STRING)
  private @Nullable Urgency urgency;

  private byte @Nullable [] sealed;

  ScreenEntry() {}

  /**
   * A screen.
   *
   * @param person the victim it is about; null where the incident does not say who that is
   * @param sealed the answers; null where there is no key to keep them under
   */
  public ScreenEntry(
      UUID id,
      Incident incident,
      @Nullable UUID person,
      RiskScreen screen,
      UUID filledBy,
      Instant filledAt,
      byte @Nullable [] sealed) {
    RiskScreen.Result result = screen.result();
    this.id = id;
    this.incident = incident.id();
    this.person = person;
    this.policeService = incident.policeService();
    this.jurisdiction = incident.jurisdiction();
    this.tool = screen.tool().code();
    this.edition = screen.tool().edition();
    this.filledBy = filledBy;
    this.filledAt = filledAt;
    this.ground = result.ground();
    this.urgency = result.band().urgency().orElse(null);
    this.sealed = sealed;
  }

  public UUID id() {
    return id;
  }

  public Optional<UUID> person() {
    return Optional.ofNullable(person);
  }

  public String tool() {
    return tool;
  }

  public String edition() {
    return edition;
  }

  public UUID filledBy() {
    return filledBy;
  }

  public Instant filledAt() {
    return filledAt;
  }

  public Ground ground() {
    return ground;
  }

  public @Nullable Urgency urgency() {
    return urgency;
  }

  public Optional<byte[]> sealed() {
    return Optional.ofNullable(sealed);
  }
}
