package org.warmhandoff.notification;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Outcome;

/**
 * Where an assignment stands. Each state holds what belongs to it, and only the moves that are
 * legal from it are its methods.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AssignmentState.Proposed.class, name = "proposed"),
  @JsonSubTypes.Type(value = AssignmentState.Paged.class, name = "paged"),
  @JsonSubTypes.Type(value = AssignmentState.Waiting.class, name = "waiting"),
  @JsonSubTypes.Type(value = AssignmentState.Told.class, name = "told"),
  @JsonSubTypes.Type(value = AssignmentState.Unattended.class, name = "unattended"),
  @JsonSubTypes.Type(value = AssignmentState.Accepted.class, name = "accepted"),
  @JsonSubTypes.Type(value = AssignmentState.EnRoute.class, name = "en-route"),
  @JsonSubTypes.Type(value = AssignmentState.Arrived.class, name = "arrived"),
  @JsonSubTypes.Type(value = AssignmentState.InContact.class, name = "in-contact"),
  @JsonSubTypes.Type(value = AssignmentState.Acknowledged.class, name = "acknowledged"),
  @JsonSubTypes.Type(value = AssignmentState.Concluded.class, name = "concluded"),
  @JsonSubTypes.Type(value = AssignmentState.StoodDown.class, name = "stood-down"),
  @JsonSubTypes.Type(value = AssignmentState.Reassigned.class, name = "reassigned")
})
public sealed interface AssignmentState {

  /** Still looking for someone. */
  sealed interface Looking extends AssignmentState {}

  /** A crew has it in hand. */
  sealed interface Held extends AssignmentState {
    List<UUID> crew();

    UUID by();

    default Concluded concluded(UUID staff, Outcome outcome, Instant at) {
      return new Concluded(staff, outcome, at);
    }
  }

  /** Nothing more will come of it. */
  sealed interface Over extends AssignmentState {}

  /** Opened, and not yet decided. */
  record Proposed() implements Looking {}

  /**
   * Asked.
   *
   * @param pool whether each of them may take it alone
   */
  record Paged(List<UUID> crew, Instant since, Instant answerBy, boolean pool) implements Looking {
    Accepted accepted(UUID staff, Instant at) {
      return new Accepted(with(staff), staff, at);
    }

    /** Who comes if this one says yes. */
    List<UUID> with(UUID staff) {
      return pool ? List.of(staff) : crew;
    }

    /** Without some of a pool; nobody is asked any more where a crew breaks or none is left. */
    Looking without(Collection<UUID> out) {
      List<UUID> left = crew.stream().filter(staff -> !out.contains(staff)).toList();
      return pool && !left.isEmpty() ? new Paged(left, since, answerBy, true) : new Proposed();
    }
  }

  /**
   * Waits for its hours, or for somebody who has something else in hand until then.
   *
   * @param forWorker the latter: it goes on earlier where somebody is free earlier
   */
  record Waiting(Instant until, boolean forWorker) implements Looking {}

  /** A supervisor was told and has not acknowledged yet. */
  record Told(UUID supervisor, Instant since, Instant answerBy) implements Looking {
    Acknowledged acknowledged(Instant at) {
      return new Acknowledged(supervisor, at);
    }
  }

  /** Nobody could be told: no supervisor is reachable. */
  record Unattended(Instant retryAt) implements Looking {}

  /** In hand, and not there or in contact yet: whoever goes anywhere for it may be travelling. */
  sealed interface Coming extends Held {
    default Arrived arrived(UUID staff, Instant when) {
      return new Arrived(crew(), staff, when);
    }

    default InContact inContact(UUID staff, Instant when) {
      return new InContact(crew(), staff, when);
    }
  }

  /** Said yes: about to set out, or to call. */
  record Accepted(List<UUID> crew, UUID by, Instant at) implements Coming {
    EnRoute enRoute(UUID staff, Instant when, @Nullable Instant expectedAt) {
      return new EnRoute(crew, staff, when, expectedAt);
    }
  }

  /**
   * On the way.
   *
   * @param expectedAt when they think they will be there
   */
  record EnRoute(List<UUID> crew, UUID by, Instant at, @Nullable Instant expectedAt)
      implements Coming {}

  record Arrived(List<UUID> crew, UUID by, Instant at) implements Held {
    InContact inContact(UUID staff, Instant when) {
      return new InContact(crew, staff, when);
    }
  }

  record InContact(List<UUID> crew, UUID by, Instant at) implements Held {}

  /** A supervisor has it. */
  record Acknowledged(UUID supervisor, Instant at) implements Over {}

  record Concluded(UUID by, Outcome outcome, Instant at) implements Over {}

  /** Ended by others: who was on the way has to say that they stopped. */
  sealed interface Stopped extends Over {

    /** Travelling workers who have not said yet that they stopped. */
    List<UUID> toAcknowledge();

    /** Who was told that they have not. */
    @Nullable UUID supervisor();

    /** When the next supervisor is told; null once everyone acknowledged. */
    @Nullable Instant remindAt();

    Stopped with(List<UUID> left, @Nullable UUID told, @Nullable Instant next);

    default Stopped acknowledgedBy(UUID staff) {
      List<UUID> left = new ArrayList<>(toAcknowledge());
      left.remove(staff);
      return with(left, supervisor(), left.isEmpty() ? null : remindAt());
    }

    default Stopped reminded(@Nullable UUID told, Instant next) {
      return with(toAcknowledge(), told, next);
    }

    default Stopped takenOver() {
      return with(List.of(), supervisor(), null);
    }

    /** Who is talking with her need not say that they stopped. */
    private static List<UUID> travelling(AssignmentState before) {
      return before instanceof Held held && !(before instanceof InContact)
          ? held.crew()
          : List.of();
    }
  }

  /**
   * Called off.
   *
   * @param by who did so; null where a fact did
   */
  record StoodDown(
      Reason reason,
      Instant at,
      List<UUID> toAcknowledge,
      @Nullable UUID supervisor,
      @Nullable Instant remindAt,
      @Nullable UUID by)
      implements Stopped {

    static StoodDown of(Step.StandDown step, AssignmentState before, Instant now) {
      List<UUID> stopping = Stopped.travelling(before);
      Instant next = stopping.isEmpty() ? null : step.acknowledgeBy();
      return new StoodDown(step.reason(), now, stopping, null, next, step.by());
    }

    @Override
    public StoodDown with(List<UUID> left, @Nullable UUID told, @Nullable Instant next) {
      return new StoodDown(reason, at, left, told, next, by);
    }
  }

  /**
   * Passed on by hand.
   *
   * @param to the assignment that goes on
   */
  record Reassigned(
      Reason reason,
      Instant at,
      List<UUID> toAcknowledge,
      @Nullable UUID supervisor,
      @Nullable Instant remindAt,
      UUID by,
      UUID to)
      implements Stopped {

    static Reassigned of(Step.Reassign step, AssignmentState before, Instant now) {
      List<UUID> stopping = Stopped.travelling(before);
      Instant next = stopping.isEmpty() ? null : step.acknowledgeBy();
      return new Reassigned(step.reason(), now, stopping, null, next, step.by(), step.to());
    }

    @Override
    public Reassigned with(List<UUID> left, @Nullable UUID told, @Nullable Instant next) {
      return new Reassigned(reason, at, left, told, next, by, to);
    }
  }

  /** After a supervisor was told of it: where it is stopped, that somebody has not said so. */
  default AssignmentState told(Step.Tell tell, Instant now) {
    return this instanceof Stopped down
        ? down.reminded(tell.supervisor(), tell.answerBy())
        : new Told(tell.supervisor(), now, tell.answerBy());
  }

  /** While no supervisor can be told. */
  default AssignmentState unattended(Instant retryAt) {
    return this instanceof Stopped down ? down.reminded(null, retryAt) : new Unattended(retryAt);
  }

  /** When something happens although nobody answers. */
  default Optional<Deadline> deadline() {
    return switch (this) {
      case Paged paged -> Optional.of(new Deadline(Deadline.Kind.ANSWER, paged.answerBy()));
      case Waiting waiting -> Optional.of(new Deadline(Deadline.Kind.WINDOW, waiting.until()));
      case Told told -> Optional.of(new Deadline(Deadline.Kind.SUPERVISOR, told.answerBy()));
      case Unattended none -> Optional.of(new Deadline(Deadline.Kind.RETRY, none.retryAt()));
      case Stopped down ->
          Optional.ofNullable(down.remindAt())
              .map(at -> new Deadline(Deadline.Kind.STAND_DOWN, at));
      case Proposed s -> Optional.empty();
      case Held s -> Optional.empty();
      case Acknowledged s -> Optional.empty();
      case Concluded s -> Optional.empty();
    };
  }

  /** Whether something happens now although nobody answers. */
  default boolean isDue(Instant now) {
    return deadline().filter(deadline -> !deadline.dueAt().isAfter(now)).isPresent();
  }

  /** Who is called on: offered, in hand, or stopped without having said so. */
  default List<UUID> occupied() {
    return switch (this) {
      case Paged paged -> paged.crew();
      case Held held -> held.crew();
      case Stopped down -> down.toAcknowledge();
      case Looking s -> List.of();
      case Over s -> List.of();
    };
  }

  /** The supervisor who is to acknowledge. */
  default @Nullable UUID waitsForSupervisor() {
    return switch (this) {
      case Told told -> told.supervisor();
      case Stopped down -> down.remindAt() == null ? null : down.supervisor();
      case Looking s -> null;
      case Held s -> null;
      case Over s -> null;
    };
  }

  /** The stable code of the state; stopping is stood down and not acknowledged yet. */
  default String code() {
    return switch (this) {
      case Proposed s -> "proposed";
      case Paged s -> "paged";
      case Waiting s -> "waiting";
      case Told s -> "told";
      case Unattended s -> "unattended";
      case Accepted s -> "accepted";
      case EnRoute s -> "en-route";
      case Arrived s -> "arrived";
      case InContact s -> "in-contact";
      case Acknowledged s -> "acknowledged";
      case Concluded s -> "concluded";
      case StoodDown s -> s.remindAt() == null ? "stood-down" : "stopping";
      case Reassigned s -> s.remindAt() == null ? "reassigned" : "stopping";
    };
  }
}
