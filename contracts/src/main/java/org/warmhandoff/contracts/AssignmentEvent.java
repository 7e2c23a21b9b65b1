package org.warmhandoff.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told by the notification service on {@code assignment.events.v1}, keyed by incident: what was
 * decided for an incident, and the life of each assignment.
 */
public sealed interface AssignmentEvent extends Event {

  UUID incident();

  /**
   * Every program was weighed against the incident anew; replaces the previous weighing. Its
   * aggregate is the incident's routing, its version counts the weighings.
   */
  record ProgramsWeighed(UUID incident, List<Verdict> verdicts) implements AssignmentEvent {
    public ProgramsWeighed {
      verdicts = List.copyOf(verdicts);
    }
  }

  /**
   * One program's answer to one incident.
   *
   * @param inWindow whether the incident was received inside the program's service window
   * @param windowClosesAt end of that window, or of the next one; null where there is none
   * @param reason stable code of the sentence shown to people
   */
  record Verdict(
      String program,
      Audience audience,
      HelpMode mode,
      Eligibility eligibility,
      boolean inWindow,
      @Nullable Instant windowClosesAt,
      String reason) {}

  /** A program starts to look for a worker; follows an eligible incident's triggering fact. */
  record AssignmentOpened(
      UUID incident, UUID assignment, String program, Audience audience, HelpMode mode, Instant at)
      implements AssignmentEvent {}

  /**
   * Workers were paged on their verified channels.
   *
   * @param rung 0 for the program that opened the assignment, one more for each rung below
   * @param attempt counts the pages of this assignment from 1
   * @param answerBy the acknowledgement deadline
   */
  record WorkerPaged(
      UUID incident,
      UUID assignment,
      String program,
      HelpMode mode,
      List<UUID> staff,
      int rung,
      int attempt,
      Instant at,
      Instant answerBy)
      implements AssignmentEvent {
    public WorkerPaged {
      staff = List.copyOf(staff);
    }
  }

  /** A paged worker took it. */
  record PageAccepted(UUID incident, UUID assignment, String program, UUID staff, Instant at)
      implements AssignmentEvent {}

  /**
   * A paged worker cannot take it.
   *
   * @param notBefore from when on they could, at most a day later; null where they did not say
   */
  record PageDeclined(
      UUID incident,
      UUID assignment,
      String program,
      UUID staff,
      String reason,
      Instant at,
      @Nullable Instant notBefore)
      implements AssignmentEvent {}

  /** Nobody answered by the deadline. */
  record PageExpired(UUID incident, UUID assignment, String program, Instant at)
      implements AssignmentEvent {}

  /** Nobody was left on this rung; the next program down takes over. */
  record RungChanged(
      UUID incident, UUID assignment, String from, String to, HelpMode mode, Instant at)
      implements AssignmentEvent {}

  /** The program's next window opens later; the assignment waits until then. */
  record AssignmentWaiting(UUID incident, UUID assignment, String program, Instant until)
      implements AssignmentEvent {}

  /** Nobody was left on any rung: this supervisor was told and must acknowledge. */
  record SupervisorTold(
      UUID incident, UUID assignment, String program, UUID supervisor, Instant at, Instant answerBy)
      implements AssignmentEvent {}

  /** A supervisor knows, and takes it from here. */
  record SupervisorAcknowledged(UUID incident, UUID assignment, UUID supervisor, Instant at)
      implements AssignmentEvent {}

  /**
   * The worker has set out.
   *
   * @param expectedAt when they think they will be there; null where they did not say
   */
  record WorkerEnRoute(
      UUID incident, UUID assignment, UUID staff, Instant at, @Nullable Instant expectedAt)
      implements AssignmentEvent {}

  /** The worker is with the victim, or has reached the scene. */
  record WorkerArrived(UUID incident, UUID assignment, UUID staff, Instant at)
      implements AssignmentEvent {}

  /** The first two-way live contact between worker and person. */
  record ContactMade(UUID incident, UUID assignment, UUID staff, Instant at)
      implements AssignmentEvent {}

  /** The worker tried to reach the person and did not. */
  record ContactAttempted(UUID incident, UUID assignment, UUID staff, Attempt attempt, Instant at)
      implements AssignmentEvent {}

  /**
   * It is over, with an outcome.
   *
   * @param handover to whom she was handed over at once; null where to nobody
   */
  record AssignmentConcluded(
      UUID incident,
      UUID assignment,
      String program,
      UUID staff,
      Outcome outcome,
      Instant at,
      @Nullable Handover handover)
      implements AssignmentEvent {}

  /**
   * After it was over she got in touch by herself.
   *
   * @param policeMayKnow whether she agreed that police learn of it
   */
  record SelfInitiatedContact(
      UUID incident, UUID assignment, UUID staff, boolean policeMayKnow, Instant at)
      implements AssignmentEvent {}

  /**
   * Called off: the worker must stop and acknowledge.
   *
   * @param reason stable code
   */
  record AssignmentStoodDown(UUID incident, UUID assignment, String reason, Instant at)
      implements AssignmentEvent {}

  /**
   * Somebody passed it on by hand: whoever had it must stop, and another assignment goes on.
   *
   * @param to the assignment that goes on, for the same incident
   * @param reason stable code
   */
  record AssignmentReassigned(UUID incident, UUID assignment, UUID to, String reason, Instant at)
      implements AssignmentEvent {}

  /**
   * It goes on at another incident: the two became one, two again, or one was split off the other.
   * Nothing else changes, and nobody is paged by it.
   *
   * @param incident where it goes on
   * @param from where it was until now
   */
  record AssignmentMoved(UUID incident, UUID assignment, UUID from, Instant at)
      implements AssignmentEvent {}

  /** The worker has read that it was called off. */
  record StandDownAcknowledged(UUID incident, UUID assignment, UUID staff, Instant at)
      implements AssignmentEvent {}

  /** Whose side a program is on. */
  enum Audience {
    VICTIM,
    ALLEGED_OFFENDER
  }

  /** How help is given. */
  enum HelpMode {
    ON_SITE,
    VIRTUAL,
    SECOND_RESPONSE,
    CONTROL_ROOM,
    OUTREACH,
    FOLLOW_UP;

    /** Whether workers go to where she is. */
    public boolean travels() {
      return this == ON_SITE || this == SECOND_RESPONSE;
    }
  }

  /** The three-valued answer of an eligibility rule. */
  enum Eligibility {
    ELIGIBLE,
    NOT_ELIGIBLE,
    /** A fact the rule needs is not known yet. */
    OPEN
  }

  /** Why a worker did not reach somebody. Nothing is ever left on a machine. */
  enum Attempt {
    NO_ANSWER,
    /** Somebody else answered: the worker said nothing and ended the call. */
    SOMEBODY_ELSE,
    WRONG_NUMBER,
    /** Reached, and cannot talk now. */
    CANNOT_TALK
  }

  /** Where somebody was brought to while the worker was in contact. */
  enum Handover {
    REFUGE
  }

  /** How an assignment ended (outcome-mix of the published evaluations). */
  enum Outcome {
    REFERRED,
    ALREADY_SUPPORTED,
    DECLINED,
    UNREACHABLE,
    UNSAFE_TO_CONTACT,
    NOT_OFFERED;

    /** Whether there was live contact at all: the denominator of the published outcome figures. */
    public boolean engaged() {
      return this == REFERRED || this == ALREADY_SUPPORTED || this == DECLINED;
    }
  }
}
