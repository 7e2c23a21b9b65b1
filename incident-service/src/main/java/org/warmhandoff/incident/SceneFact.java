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
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.AdvisoryAcknowledged;
import org.warmhandoff.contracts.IncidentEvent.IncidentLinked;
import org.warmhandoff.contracts.IncidentEvent.IncidentMerged;
import org.warmhandoff.contracts.IncidentEvent.IncidentReported;
import org.warmhandoff.contracts.IncidentEvent.IncidentSeparated;
import org.warmhandoff.contracts.IncidentEvent.IncidentSplit;
import org.warmhandoff.contracts.IncidentEvent.IncidentUnlinked;
import org.warmhandoff.contracts.IncidentEvent.IncidentUpdated;
import org.warmhandoff.contracts.IncidentEvent.OfficersCleared;
import org.warmhandoff.contracts.IncidentEvent.SceneDeclaredSafe;
import org.warmhandoff.contracts.IncidentEvent.SceneSafetyRevoked;
import org.warmhandoff.contracts.IncidentEvent.WorkerWanted;

/**
 * One thing an officer said of an incident, or that its source closed the call ({@link
 * IncidentEvent#THE_SOURCE}): who, when it was said, when it was stored, and in which code. What is
 * said later never removes it.
 */
@Entity
@Table(name = "scene_fact")
public class SceneFact {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private UUID incident;

  /** The incident's version once it was said; the same as before where it changed nothing told. */
  private long version;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;
  private String kind;

  @Column(name = "said_by")
  private UUID saidBy;

  @Column(name = "said_at")
  private Instant saidAt;

  /** Wall clock, given by the database. */
  @Column(name = "recorded_at", insertable = false, updatable = false)
  private @Nullable Instant recordedAt;

  private @Nullable String code;

  SceneFact() {}

  private SceneFact(
      Incident incident, String kind, UUID saidBy, Instant saidAt, @Nullable String code) {
    this.incident = incident.id();
    this.version = incident.version();
    this.policeService = incident.policeService();
    this.jurisdiction = incident.jurisdiction();
    this.kind = kind;
    this.saidBy = saidBy;
    this.saidAt = saidAt;
    this.code = code;
  }

  /** The incident's latest event, as a fact of the scene. */
  static SceneFact of(Incident incident, IncidentEvent event) {
    return switch (event) {
      case SceneDeclaredSafe e ->
          new SceneFact(incident, "scene-safe", e.by(), e.at(), e.suspect().name());
      case SceneSafetyRevoked e ->
          new SceneFact(incident, "scene-safe-revoked", e.by(), e.at(), null);
      case WorkerWanted e ->
          new SceneFact(incident, "worker-wanted", e.by(), e.at(), e.help().name());
      case OfficersCleared e -> new SceneFact(incident, "officers-cleared", e.by(), e.at(), null);
      case IncidentReported e ->
          throw new IllegalArgumentException("a report is nothing an officer said");
      case IncidentUpdated e ->
          throw new IllegalArgumentException("a report is nothing an officer said");
      case AdvisoryAcknowledged e ->
          throw new IllegalArgumentException("an advisory is no fact of the scene");
      case IncidentMerged e -> throw notOfAnOfficer();
      case IncidentSeparated e -> throw notOfAnOfficer();
      case IncidentSplit e -> throw notOfAnOfficer();
      case IncidentLinked e -> throw notOfAnOfficer();
      case IncidentUnlinked e -> throw notOfAnOfficer();
    };
  }

  /** A word of an officer's that is no move of the scene. */
  static SceneFact of(Incident incident, UUID saidBy, Instant saidAt, Saying saying) {
    return new SceneFact(incident, saying.kind(), saidBy, saidAt, saying.code());
  }

  /** That a risk screen was filled in, and which; what it came to stands with the screen. */
  static SceneFact screened(Incident incident, UUID saidBy, Instant saidAt, String tool) {
    return new SceneFact(incident, "risk-screen", saidBy, saidAt, tool);
  }

  private static IllegalArgumentException notOfAnOfficer() {
    return new IllegalArgumentException("what belongs together is said by the source");
  }

  public String kind() {
    return kind;
  }

  public UUID saidBy() {
    return saidBy;
  }

  public Instant saidAt() {
    return saidAt;
  }

  public Instant recordedAt() {
    return Objects.requireNonNull(recordedAt);
  }

  public @Nullable String code() {
    return code;
  }
}
