package org.warmhandoff.notification;

import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentConcluded;
import org.warmhandoff.contracts.AssignmentEvent.AssignmentStoodDown;
import org.warmhandoff.contracts.AssignmentEvent.PageAccepted;
import org.warmhandoff.contracts.AssignmentEvent.WorkerArrived;
import org.warmhandoff.contracts.CadAdvisory;

/**
 * What police may know: assigned, arrived, ended and stood down of live help; of a follow-up
 * nothing.
 */
final class Advisories {

  private Advisories() {}

  /**
   * The advisory an event gives rise to.
   *
   * @param held whether a worker had it in hand before
   */
  static Optional<CadAdvisory> of(
      IncidentView incident, Assignment.Rung rung, AssignmentEvent event, boolean held) {
    if (rung.kind() == Program.Kind.FOLLOW_UP) {
      return Optional.empty();
    }
    UUID id = incident.incident();
    return switch (event) {
      case PageAccepted accepted ->
          Optional.of(new CadAdvisory.HelpAssigned(id, rung.mode(), accepted.at()));
      case WorkerArrived arrived -> Optional.of(new CadAdvisory.HelpArrived(id, arrived.at()));
      case AssignmentConcluded concluded ->
          Optional.of(new CadAdvisory.HelpEnded(id, concluded.at()));
      case AssignmentStoodDown down ->
          held ? Optional.of(new CadAdvisory.HelpStoodDown(id, down.at())) : Optional.empty();
      case AssignmentEvent other -> Optional.empty();
    };
  }
}
