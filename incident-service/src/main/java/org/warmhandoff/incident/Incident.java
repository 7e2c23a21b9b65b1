package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentEvent.Suspect;
import org.warmhandoff.contracts.IncidentFacts.Charge;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.incident.IncidentState.Heard;

/**
 * An incident of one police service: its row. What may happen to it is decided on {@link
 * IncidentState}; the row only remembers, and counts the events told of it.
 */
@Entity
@Table(name = "incident")
public class Incident {

  private static final NearbyIds NEW_IDS = new NearbyIds(System::nanoTime);

  @Id private UUID id;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;

  @Column(name = "external_id")
  private String externalId;

  private String zone;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  private long version;
  private @Nullable Long sequence;

  @Column(name = "as_of")
  private Instant asOf;

  private byte[] digest;
  private String type;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Enumerated(EnumType.STRING)
  private Known domestic;

  @Enumerated(EnumType.STRING)
  private Known physical;

  @Enumerated(EnumType.STRING)
  private Charge charge;

  @Enumerated(EnumType.STRING)
  private Known arrest;

  @Enumerated(EnumType.STRING)
  private Known released;

  private @Nullable String relationship;
  private @Nullable String municipality;

  @Column(name = "place_kind")
  private @Nullable String placeKind;

  private int priority;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "excluded_staff")
  private UUID[] excludedStaff;

  private byte @Nullable [] sealed;
  private String scene;

  @Column(name = "scene_by")
  private @Nullable UUID sceneBy;

  @Column(name = "scene_at")
  private @Nullable Instant sceneAt;

  @Enumerated(EnumType.STRING)
  private @Nullable Suspect suspect;

  @Column(name = "wanted_help")
  @Enumerated(EnumType.STRING)
  private @Nullable Help wantedHelp;

  @Column(name = "wanted_by")
  private @Nullable UUID wantedBy;

  @Column(name = "wanted_at")
  private @Nullable Instant wantedAt;

  @Column(name = "wanted_victim")
  private @Nullable UUID wantedVictim;

  @Column(name = "wanted_language")
  private @Nullable String wantedLanguage;

  @Embedded private @Nullable WordColumns words;

  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  Incident() {}

  /** An incident first heard of; its parties are not known yet. */
  public Incident(PoliceService policeService, String externalId, Heard heard) {
    this.id = NEW_IDS.next();
    this.policeService = policeService.code();
    this.jurisdiction = policeService.jurisdiction();
    this.zone = policeService.zone();
    this.externalId = externalId;
    this.excludedStaff = new UUID[0];
    become(heard);
  }

  public UUID id() {
    return id;
  }

  public String policeService() {
    return policeService;
  }

  public String jurisdiction() {
    return jurisdiction;
  }

  public String externalId() {
    return externalId;
  }

  /** IANA zone of the jurisdiction it happened in. */
  public String zone() {
    return zone;
  }

  /** Number of the last event told of it. */
  public long version() {
    return version;
  }

  public List<UUID> excludedStaff() {
    return List.of(excludedStaff);
  }

  /** The one that goes on instead of it; null where it stands by itself. */
  public @Nullable UUID mergedInto() {
    return mergedInto;
  }

  /** It is part of another from now on, or of none. */
  public void mergeInto(@Nullable UUID goesOn) {
    mergedInto = goesOn;
  }

  byte @Nullable [] sealed() {
    return sealed;
  }

  public Heard state() {
    WordColumns said = words == null ? new WordColumns() : words;
    ReportedFacts facts =
        new ReportedFacts(
            type,
            status,
            domestic,
            physical,
            charge,
            arrest,
            released,
            relationship,
            municipality,
            placeKind,
            priority,
            occurredAt);
    return new Heard(
        mode,
        new Position(sequence, asOf),
        Digest.of(digest),
        facts,
        receivedAt,
        sceneState(),
        wish(),
        said.since(facts, asOf),
        said.words());
  }

  /** Remembers a state that was decided. */
  public final void become(Heard next) {
    mode = next.mode();
    sequence = next.position().sequence();
    asOf = next.position().asOf();
    digest = next.content().bytes();
    receivedAt = next.receivedAt();
    ReportedFacts facts = next.facts();
    type = facts.type();
    status = facts.status();
    domestic = facts.domestic();
    physical = facts.physical();
    charge = facts.charge();
    arrest = facts.arrest();
    released = facts.released();
    relationship = facts.relationship();
    municipality = facts.municipality();
    placeKind = facts.placeKind();
    priority = facts.priority();
    occurredAt = facts.occurredAt();
    scene = word(next.scene());
    sceneBy = next.scene().by();
    sceneAt = next.scene().changedAt();
    suspect = next.scene() instanceof Scene.Safe safe ? safe.suspect() : null;
    Wish wish = next.wish();
    wantedHelp = wish == null ? null : wish.help();
    wantedBy = wish == null ? null : wish.by();
    wantedAt = wish == null ? null : wish.at();
    wantedVictim = wish == null ? null : wish.victim();
    wantedLanguage = wish == null ? null : wish.language();
    words = new WordColumns(next.since(), next.words());
  }

  /**
   * Keeps what came with the last report and is in no event.
   *
   * @param kept the sealed note and unknown fields; null where there were none
   */
  public void keep(byte @Nullable [] kept) {
    sealed = kept;
  }

  /** Keeps these members of staff out. */
  public void keepOut(List<UUID> excluded) {
    excludedStaff = excluded.toArray(UUID[]::new);
  }

  /** The next event's place among this incident's events; counts it. */
  public Subject next(Mode told) {
    version++;
    return new Subject(
        id, id.toString(), version, policeService, jurisdiction, told, id, null, null);
  }

  private static String word(Scene scene) {
    return switch (scene) {
      case Scene.NotSafe notSafe -> "NOT_SAFE";
      case Scene.Safe safe -> "SAFE";
      case Scene.Cleared cleared -> "CLEARED";
    };
  }

  private Scene sceneState() {
    if (sceneBy == null || sceneAt == null) {
      return Scene.NotSafe.UNSAID;
    }
    return switch (scene) {
      case "SAFE" -> new Scene.Safe(sceneBy, sceneAt, suspect == null ? Suspect.UNKNOWN : suspect);
      case "CLEARED" -> new Scene.Cleared(sceneBy, sceneAt);
      default -> new Scene.NotSafe(sceneBy, sceneAt);
    };
  }

  private @Nullable Wish wish() {
    return wantedHelp == null || wantedBy == null || wantedAt == null
        ? null
        : new Wish(wantedBy, wantedAt, wantedHelp, wantedVictim, wantedLanguage);
  }
}
