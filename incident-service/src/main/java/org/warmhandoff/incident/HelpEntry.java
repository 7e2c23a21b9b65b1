package org.warmhandoff.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentOpened;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;

/**
 * One search for help as police may see it: somebody is looked for, comes, is there, has ended, or
 * nobody can come. No agency, no outcome (police records can reach the accused).
 */
@Entity
@Table(name = "help")
public class HelpEntry {

  @Id private UUID assignment;
  private UUID incident;

  @Column(name = "opened_for")
  private UUID openedFor;

  @Column(name = "police_service")
  private String policeService;

  private String jurisdiction;

  @Enumerated(EnumType.STRING)
  private Audience audience;

  @Column(name = "help_mode")
  @Enumerated(EnumType.STRING)
  private HelpMode mode;

  @Enumerated(EnumType.STRING)
  private Stage state;

  private UUID[] staff;
  private @Nullable Instant until;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "came_back_at")
  private @Nullable Instant cameBackAt;

  HelpEntry() {}

  public HelpEntry(AssignmentOpened opened, String policeService, String jurisdiction) {
    this.assignment = opened.assignment();
    this.incident = opened.incident();
    this.openedFor = opened.incident();
    this.policeService = policeService;
    this.jurisdiction = jurisdiction;
    this.audience = opened.audience();
    this.mode = opened.mode();
    this.state = Stage.LOOKING;
    this.staff = new UUID[0];
    this.changedAt = opened.at();
  }

  /** Names every column of a search that has just begun. */
  Query bind(Query insert) {
    return insert
        .setParameter("assignment", assignment)
        .setParameter("incident", incident)
        .setParameter("policeService", policeService)
        .setParameter("jurisdiction", jurisdiction)
        .setParameter("audience", audience.name())
        .setParameter("mode", mode.name())
        .setParameter("state", state.name())
        .setParameter("at", changedAt);
  }

  /** How far help has come. */
  public enum Stage {
    LOOKING,
    WAITING,
    ASSIGNED,
    ARRIVED,
    ENDED,
    NOBODY
  }

  /** It is for this incident now: it moves with a merge, a split, or the taking back of either. */
  public void within(UUID now) {
    incident = now;
  }

  /** Workers were paged, who answer until then. */
  public void looking(HelpMode by, @Nullable Instant answerBy, Instant at) {
    if (state != Stage.ASSIGNED && state != Stage.ARRIVED) {
      enter(Stage.LOOKING, at);
    }
    mode = by;
    until = answerBy;
  }

  /** The next window opens then. */
  public void waiting(Instant opensAt, Instant at) {
    enter(Stage.WAITING, at);
    until = opensAt;
  }

  /** This worker comes. */
  public void assigned(UUID worker, Instant at) {
    if (state != Stage.ARRIVED) {
      enter(Stage.ASSIGNED, at);
    }
    staff = Stream.concat(Arrays.stream(staff), Stream.of(worker)).distinct().toArray(UUID[]::new);
    until = null;
  }

  /** This worker does not come after all. */
  public void declined(UUID worker, Instant at) {
    if (!Arrays.asList(staff).contains(worker)) {
      return;
    }
    staff = Arrays.stream(staff).filter(other -> !other.equals(worker)).toArray(UUID[]::new);
    if (staff.length == 0) {
      enter(Stage.LOOKING, at);
    }
  }

  /** Whoever comes thinks they are there by then; null where they did not say. */
  public void expected(@Nullable Instant at) {
    if (state == Stage.ASSIGNED) {
      until = at;
    }
  }

  public void arrived(Instant at) {
    enter(Stage.ARRIVED, at);
    until = null;
  }

  /** Over, or called off; whoever was assigned reads no contact data any more. */
  public void ended(Instant at) {
    enter(Stage.ENDED, at);
    staff = new UUID[0];
  }

  /** She got in touch by herself later, and agreed that police learn of it. */
  public void cameBack(Instant at) {
    cameBackAt = at;
  }

  public void nobody(Instant at) {
    enter(Stage.NOBODY, at);
    until = null;
  }

  /** Whether this is what an officer beside the victim asks for; a follow-up is not. */
  boolean isForTheScene() {
    return audience == Audience.VICTIM && mode != HelpMode.FOLLOW_UP;
  }

  /** Whether somebody is looked for, waited for, comes or is there. */
  boolean isUnderWay() {
    return switch (state) {
      case LOOKING, WAITING, ASSIGNED, ARRIVED -> true;
      case ENDED, NOBODY -> false;
    };
  }

  public Audience audience() {
    return audience;
  }

  public HelpMode mode() {
    return mode;
  }

  public Stage stage() {
    return state;
  }

  public UUID incident() {
    return incident;
  }

  public @Nullable Instant until() {
    return until;
  }

  public @Nullable Instant cameBackAt() {
    return cameBackAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  public List<UUID> staff() {
    return List.of(staff);
  }

  private void enter(Stage next, Instant at) {
    state = next;
    changedAt = at;
  }
}
