package org.warmhandoff.simulator.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the play itself did and saw, counted apart from anything a service counts. A victim counts
 * once per incident; every domestic incident of the play has one.
 */
final class Tally {

  /** From the furthest an incident's help can come to the least. */
  private static final List<String> FURTHEST_FIRST =
      List.of(
          "referred",
          "already-supported",
          "declined",
          "unreachable",
          "unsafe-to-contact",
          "not-offered");

  private static final int ENGAGED = 3;

  int incidents;
  int domestic;
  int pages;
  int unanswered;
  final Set<UUID> eligible = new HashSet<>();
  final Set<UUID> paged = new HashSet<>();
  final Set<UUID> accepted = new HashSet<>();
  final Set<UUID> connected = new HashSet<>();
  final Set<UUID> referralsAccepted = new HashSet<>();
  int consentsAsked;
  int consentsGiven;
  int withdrawn;
  int referralsSent;
  int contentRead;
  int supervisorsTold;
  private final Map<UUID, Integer> outcomes = new HashMap<>();

  void concluded(UUID incident, String outcome) {
    outcomes.merge(incident, FURTHEST_FIRST.indexOf(outcome), Math::min);
  }

  long engaged() {
    return outcomes.values().stream().filter(outcome -> outcome < ENGAGED).count();
  }

  long withOutcome(String outcome) {
    int wanted = FURTHEST_FIRST.indexOf(outcome);
    return outcomes.values().stream().filter(furthest -> furthest == wanted).count();
  }
}
