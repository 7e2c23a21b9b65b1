package org.warmhandoff.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.StaffEvent.StaffRegistered;

/** A member of staff: what was registered, and the channels they can be reached on. */
@Entity
@Table(name = "worker")
public class WorkerRow {

  @Id private UUID id;
  private @Nullable String kind;
  private @Nullable String organisation;
  private @Nullable String unit;
  private boolean active;

  @Convert(converter = Json.OfChannels.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private Listed<Channel> channels = new Listed<>(List.of());

  @Convert(converter = Json.OfCodes.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private Listed<String> languages = new Listed<>(List.of());

  @Convert(converter = Json.OfCodes.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private Listed<String> skills = new Listed<>(List.of());

  private @Nullable String zone;
  private String policeService = "";
  private String jurisdiction = "";

  protected WorkerRow() {}

  public WorkerRow(UUID id) {
    this.id = id;
  }

  /** What is known of them now, whole. */
  public void registered(StaffRegistered state, String policeService, String jurisdiction) {
    this.kind = state.kind().name();
    this.organisation = state.organisation();
    this.unit = state.unit();
    this.active = state.active();
    this.languages = new Listed<>(state.languages());
    this.policeService = policeService;
    this.jurisdiction = jurisdiction;
  }

  /** Replaces the channels they can be reached on. */
  public void reachableBy(List<Channel> given) {
    channels = new Listed<>(given);
  }

  /**
   * Replaces what they are able to do.
   *
   * @param codes as programs name them
   */
  public void able(List<String> codes) {
    skills = new Listed<>(codes);
  }

  public Worker worker() {
    return new Worker(
        id,
        organisation,
        unit,
        active,
        channels.all(),
        Set.copyOf(languages.all()),
        Set.copyOf(skills.all()));
  }

  /** BCP 47 tags of the languages they work in, as they were registered. */
  public List<String> languages() {
    return languages.all();
  }

  /** IANA zone their times are shown in; null: that of what is shown. */
  public @Nullable String zone() {
    return zone;
  }

  /** Says in which zone their times are shown. */
  public void livesIn(@Nullable ZoneId own) {
    zone = own == null ? null : own.getId();
  }

  public UUID id() {
    return id;
  }
}
