package org.warmhandoff.notification;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An incident as it stands, with the help that was opened for it so far. */
public record Situation(IncidentView incident, List<HelpSoFar> soFar) {

  public Situation {
    soFar = List.copyOf(soFar);
  }

  /**
   * An assignment there is or was.
   *
   * @param programs codes of every program of its ladder
   * @param live not over yet
   * @param stoodDown called off before it came to anything
   * @param mark the fact it was opened on
   */
  public record HelpSoFar(Set<String> programs, boolean live, boolean stoodDown, long mark) {
    static HelpSoFar of(Assignment assignment) {
      return new HelpSoFar(
          assignment.ladder().stream()
              .map(Assignment.Rung::program)
              .collect(Collectors.toUnmodifiableSet()),
          !assignment.over(),
          assignment.state() instanceof AssignmentState.StoodDown,
          assignment.mark());
    }
  }

  static Situation of(IncidentView incident, List<Assignment> assignments) {
    return new Situation(incident, assignments.stream().map(HelpSoFar::of).toList());
  }
}
