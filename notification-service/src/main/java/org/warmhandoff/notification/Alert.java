package org.warmhandoff.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * What a human must know of: a worker told police that somebody is in danger or that officers are
 * wanted sooner, or nobody said yes in time. Until a human has said that they know the next
 * supervisor is told. Raising danger breaks confidence, so that a supervisor judges it afterwards,
 * within a day.
 */
@Entity
public class Alert extends AtIncident {

  /** Approval of a disclosure in an emergency is recorded afterwards, within 24 hours. */
  private static final Duration TO_JUDGE = Duration.ofHours(24);

  /** A tap on a bad line is repeated; police may have answered the first one in between. */
  private static final Duration ONE_TAP = Duration.ofMinutes(1);

  @Id private UUID id;
  private UUID assignment;
  private String policeService;
  private String jurisdiction;
  private String program;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private @Nullable String code;
  private @Nullable UUID raisedBy;
  private Instant raisedAt;

  @Convert(converter = Json.OfIds.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private List<UUID> told = List.of();

  @Convert(converter = Json.OfIds.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private List<UUID> everTold = List.of();

  private @Nullable UUID supervisor;
  private boolean unattended;
  private @Nullable Instant dueAt;
  private @Nullable Instant acknowledgedAt;
  private @Nullable UUID acknowledgedBy;
  private @Nullable Instant approvalDueAt;

  @Enumerated(EnumType.STRING)
  private @Nullable Verdict verdict;

  private @Nullable UUID verdictBy;
  private @Nullable Instant verdictAt;

  /** What was asked for. */
  public enum Kind {
    FASTER_RESPONSE,
    IMMINENT_DANGER,
    /** Nobody has said yes within the response target of the program. */
    LATE_HELP
  }

  /** What a supervisor says of it afterwards. */
  public enum Verdict {
    APPROVED,
    NOT_APPROVED
  }

  protected Alert() {}

  private Alert(
      UUID id,
      Assignment raisedFrom,
      String program,
      Kind kind,
      @Nullable String code,
      @Nullable UUID by,
      Instant now,
      Instant dueAt) {
    super(raisedFrom.incident());
    this.id = id;
    this.assignment = raisedFrom.id();
    this.policeService = raisedFrom.policeService();
    this.jurisdiction = raisedFrom.jurisdiction();
    this.program = program;
    this.kind = kind;
    this.code = code;
    this.raisedBy = by;
    this.raisedAt = now;
    this.dueAt = dueAt;
  }

  /**
   * Officers are wanted sooner.
   *
   * @param advisory what police were told
   * @param program the raiser's own
   */
  public static Alert faster(
      UUID advisory, Assignment raisedFrom, String program, UUID by, Instant now, Instant dueAt) {
    return new Alert(advisory, raisedFrom, program, Kind.FASTER_RESPONSE, null, by, now, dueAt);
  }

  /**
   * Somebody is in danger.
   *
   * @param advisory what police were told
   * @param program the raiser's own
   */
  public static Alert danger(
      UUID advisory,
      Assignment raisedFrom,
      String program,
      String code,
      UUID by,
      Instant now,
      Instant dueAt) {
    Alert alert =
        new Alert(advisory, raisedFrom, program, Kind.IMMINENT_DANGER, code, by, now, dueAt);
    alert.approvalDueAt = now.plus(TO_JUDGE);
    return alert;
  }

  /** Nobody said yes in time: the first supervisor is told at once, and police nothing. */
  static Alert late(UUID id, Assignment of, Instant now) {
    return new Alert(id, of, of.current().program(), Kind.LATE_HELP, null, null, now, now);
  }

  /**
   * The next name was told; or nobody could be, and everyone is tried again. Whoever was told once
   * may go on to say that they know, whatever the round.
   */
  public void passOn(Step step, Instant nextDueAt) {
    switch (step) {
      case Step.Tell tell -> {
        List<UUID> round = new ArrayList<>(tell.newRound() ? List.of() : told);
        round.add(tell.supervisor());
        told = round;
        supervisor = tell.supervisor();
        unattended = false;
        if (!everTold.contains(tell.supervisor())) {
          List<UUID> all = new ArrayList<>(everTold);
          all.add(tell.supervisor());
          everTold = all;
        }
      }
      default -> {
        told = List.of();
        supervisor = null;
        unattended = true;
      }
    }
    dueAt = nextDueAt;
  }

  /** Whoever was told last must not be the one who ends it: the next name is told at once. */
  public void takeFrom(UUID conflicted, Instant now) {
    if (waits() && conflicted.equals(supervisor)) {
      supervisor = null;
      dueAt = now;
    }
  }

  /**
   * A human knows; the first one counts.
   *
   * @param by a supervisor; null where it was somebody at the police service
   * @return whether this is the first one
   */
  public boolean acknowledge(@Nullable UUID by, Instant now) {
    if (acknowledgedAt != null) {
      return false;
    }
    acknowledgedAt = now;
    acknowledgedBy = by;
    dueAt = null;
    return true;
  }

  /**
   * A supervisor judges it, once.
   *
   * @return whether it stands now as said
   */
  public boolean judge(Verdict said, UUID by, Instant now) {
    if (verdict == null) {
      verdict = said;
      verdictBy = by;
      verdictAt = now;
    }
    return verdict == said;
  }

  /** Whether the same person saying the same of the same incident says nothing new. */
  public boolean says(Kind same, @Nullable String sameCode, UUID by, Instant now) {
    return (waits() || raisedAt.plus(ONE_TAP).isAfter(now))
        && kind == same
        && Objects.equals(code, sameCode)
        && (kind == Kind.FASTER_RESPONSE || by.equals(raisedBy));
  }

  /** Whether nobody has said yet that they know. */
  public boolean waits() {
    return acknowledgedAt == null;
  }

  /** Whether it is to be passed on now. */
  public boolean isDue(Instant now) {
    return dueAt != null && !dueAt.isAfter(now);
  }

  /** Whether they were ever told of it. */
  public boolean wasTold(UUID staff) {
    return everTold.contains(staff);
  }

  /** Whether not one could be told when it was last tried. */
  public boolean isUnattended() {
    return unattended && waits();
  }

  public UUID id() {
    return id;
  }

  public UUID assignment() {
    return assignment;
  }

  public String policeService() {
    return policeService;
  }

  public String jurisdiction() {
    return jurisdiction;
  }

  public String program() {
    return program;
  }

  public Kind kind() {
    return kind;
  }

  public @Nullable String code() {
    return code;
  }

  /** A worker; null where nobody did. */
  public @Nullable UUID raisedBy() {
    return raisedBy;
  }

  public Instant raisedAt() {
    return raisedAt;
  }

  public List<UUID> told() {
    return told;
  }

  /** In whatever round. */
  public List<UUID> everTold() {
    return everTold;
  }

  public @Nullable UUID supervisor() {
    return supervisor;
  }

  public @Nullable Instant dueAt() {
    return dueAt;
  }

  public @Nullable Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  public @Nullable Instant approvalDueAt() {
    return approvalDueAt;
  }

  public @Nullable Verdict verdict() {
    return verdict;
  }
}
