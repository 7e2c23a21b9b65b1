package org.warmhandoff.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.eventing.Head;

/**
 * An incident that was split in two. Help for somebody who is named at the new one only goes on
 * there. The two sources' words come in any order, so that it is looked at after each fact of
 * either.
 */
@ApplicationScoped
public class Splits {

  private final RoutedIncidents incidents;
  private final Assignments assignments;
  private final Wholes wholes;
  private final Moves moves;

  Splits(RoutedIncidents incidents, Assignments assignments, Wholes wholes, Moves moves) {
    this.incidents = incidents;
    this.assignments = assignments;
    this.wholes = wholes;
    this.moves = moves;
  }

  /**
   * After a fact of an incident that goes on, locked.
   *
   * @return who took help over, locked
   */
  public List<RoutedIncident> follow(RoutedIncident whole, Head cause) {
    List<RoutedIncident> took = new ArrayList<>();
    for (RoutedIncident one :
        Stream.concat(Stream.of(whole), incidents.of(whole.kin().merged()).stream()).toList()) {
      for (UUID split : one.kin().splitOff()) {
        part(whole, goesOn(split), took, cause);
      }
      UUID old = one.splitFrom();
      if (old != null) {
        part(goesOn(old), whole, took, cause);
      }
    }
    return took;
  }

  private RoutedIncident goesOn(UUID incident) {
    return wholes.goesOn(incidents.locked(incident).orElseThrow());
  }

  private void part(
      RoutedIncident old, RoutedIncident fresh, List<RoutedIncident> took, Head cause) {
    if (old != fresh && part(old, fresh, cause)) {
      took.add(fresh);
    }
  }

  /**
   * Moves help for those who are named at the one and not at the other; both are locked.
   *
   * @return whether any moved
   */
  public boolean part(RoutedIncident old, RoutedIncident fresh, Head cause) {
    List<Assignment> theirs =
        assignments.at(old.incident()).stream()
            .filter(one -> !one.over() || one.deadline().isPresent())
            .filter(one -> MergedView.names(fresh.view().facts(), one.person()))
            .filter(one -> !MergedView.names(old.view().facts(), one.person()))
            .toList();
    for (Assignment one : theirs) {
      UUID person = one.person();
      if (person != null) {
        fresh.takeConsents(old, person);
      }
      if (one.audience() == Audience.VICTIM
          && one.ladder().getFirst().kind() == Program.Kind.LIVE_HELP) {
        // whoever was asked for there has her worker, and nobody else is called on for that asking
        old.answered(one.mark());
      }
      moves.split(one, fresh.view(), cause);
    }
    return !theirs.isEmpty();
  }
}
