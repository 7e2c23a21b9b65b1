package org.warmhandoff.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.CadAdvisory;

/**
 * What {@link Switchboard} needs around it. In the service it is the database and the outbox,
 * within one transaction that holds the incident's lock; in the seeded simulator it is a few maps.
 */
public interface Desk {

  Instant now();

  UUID newId();

  /** Whether what happens now may call on anyone: an import of history may not. */
  boolean mayCall();

  /** How old the fact may be that live help starts on. */
  Duration freshFor();

  /** The present version of every program of a police service. */
  List<Program> programs(String policeService);

  /** The versions an assignment was opened under, top rung first. */
  List<Program> programs(List<Assignment.Rung> rungs);

  Roster roster(List<Program> programs, IncidentView incident, List<Assignment> assignments);

  Load load(IncidentView incident, Roster roster);

  /** Every assignment of the incident, the finished ones too, oldest first. */
  List<Assignment> assignments(UUID incident);

  /** What came of taking a crew. */
  enum Claim {
    TAKEN,
    /** Somebody else took one of them, or one became inactive, a moment ago. */
    GONE,
    /** Another decision is about one of them at this very moment. */
    IN_OTHER_HANDS
  }

  /**
   * Takes a crew for an assignment.
   *
   * @param patient whether to wait for another decision that is about one of them
   */
  Claim claim(Assignment assignment, Step.PageCrew page, boolean patient);

  /** Whoever another decision is known to be about at this moment. */
  Collection<UUID> inOtherHands();

  /** Locks a crew that is about to take a side. */
  void taking(List<UUID> crew);

  /** Keeps the assignment as it is now and tells what happened to it. */
  void keep(Assignment assignment, IncidentView incident, List<AssignmentEvent> events);

  /** A supervisor is to hear that nobody said yes in time. */
  void late(Assignment assignment);

  /** Remembers on whose side everyone is who ever said yes for this incident. */
  void sides(IncidentView incident);

  /** Tells police what they may know. */
  void advise(IncidentView incident, CadAdvisory advisory);

  /** The incident with what was told of it meanwhile. */
  IncidentView asItStands(IncidentView incident);

  /**
   * Tells police that nobody comes, and that the last asking was answered by that.
   *
   * @param helpLine the number to give instead; null: the police service's own
   */
  void nobodyComes(IncidentView incident, @Nullable String helpLine);

  /** Keeps the verdicts, tells them where they changed, and keeps the reasons. */
  void weighed(Decision decision);

  /** Keeps the reasons for what an assignment did. */
  void reasoned(Assignment assignment, Decision decision, List<Step> steps);
}
