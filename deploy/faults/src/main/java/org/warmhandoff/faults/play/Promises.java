package org.warmhandoff.faults.play;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was answered with a 2xx in a schedule: from then on it must be true. */
public final class Promises {

  /** Highest state that was taken of each incident, by police service and the source's number. */
  public final Map<String, Integer> reported = new ConcurrentHashMap<>();

  /** Incidents whose scene was declared safe. */
  public final Set<UUID> safe = ConcurrentHashMap.newKeySet();

  /** Incidents whose scene was said not to be safe any more. */
  public final Set<UUID> revoked = ConcurrentHashMap.newKeySet();

  /** Incidents whose officers left. */
  public final Set<UUID> cleared = ConcurrentHashMap.newKeySet();

  /** Incidents for which a worker was asked. */
  public final Set<UUID> wanted = ConcurrentHashMap.newKeySet();

  /** Incidents that are none: a CAD tries its line. */
  public final Set<UUID> trials = ConcurrentHashMap.newKeySet();

  /** Staff who are parties to an incident, by the incident. */
  public final Map<UUID, Set<String>> parties = new ConcurrentHashMap<>();

  /** Consents, by the ledger's id. */
  public final Set<UUID> consents = ConcurrentHashMap.newKeySet();

  /** Consents taken back. */
  public final Set<UUID> withdrawn = ConcurrentHashMap.newKeySet();

  /** Answers to pages and calls, by assignment: the facts that must have been told of it. */
  public final Map<UUID, Set<String>> answered = new ConcurrentHashMap<>();

  /** Lines of the register an agency was given content under, with the fields. */
  public final Map<UUID, Set<String>> disclosed = new ConcurrentHashMap<>();

  /** Referrals an agency accepted. */
  public final Set<UUID> takenOn = ConcurrentHashMap.newKeySet();

  /** What was seen at a door and must never be. */
  public final Queue<String> outrages = new ConcurrentLinkedQueue<>();

  void answered(UUID assignment, String fact) {
    answered.computeIfAbsent(assignment, id -> ConcurrentHashMap.newKeySet()).add(fact);
  }
}
