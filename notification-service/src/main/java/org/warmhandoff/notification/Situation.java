package org.warmhandoff.notification;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An incident as it stands, with the help that was opened for it so far.
 *
 * @param freshFor how old the fact may be that live help starts on
 */
public record Situation(IncidentView incident, List<HelpSoFar> soFar, Duration freshFor) {

  public Situation {
    soFar = List.copyOf(soFar);
  }

  /**
   * An assignment there is or was.
   *
   * @param programs codes of every program it stands for: of its whole ladder while it is live, and
   *     afterwards without the follow-up that was never reached
   * @param live not over yet; what goes on at another incident is done with here
   * @param stoodDown called off before it came to anything
   * @param mark the fact it was opened on
   */
  public record HelpSoFar(Set<String> programs, boolean live, boolean stoodDown, long mark) {
    static HelpSoFar of(Assignment assignment, UUID at) {
      return new HelpSoFar(
          IntStream.range(0, assignment.ladder().size())
              .filter(rung -> !assignment.over() || tookIn(assignment, rung))
              .mapToObj(rung -> assignment.ladder().get(rung).program())
              .collect(Collectors.toUnmodifiableSet()),
          !assignment.over() && assignment.incident().equals(at),
          cameToNothing(assignment.state()),
          assignment.markAt(at));
    }

    /** What somebody called off is answered by that; what facts did may be wanted again. */
    private static boolean cameToNothing(AssignmentState state) {
      return switch (state) {
        // the one it left the rung to answers for both
        case AssignmentState.StoodDown down ->
            down.by() == null && !down.reason().is(Ladder.SHARED_RUNG);
        case AssignmentState.Reassigned passed -> true;
        case AssignmentState.Looking s -> false;
        case AssignmentState.Held s -> false;
        case AssignmentState.Acknowledged s -> false;
        case AssignmentState.Concluded s -> false;
      };
    }

    private static boolean tookIn(Assignment assignment, int rung) {
      return rung <= assignment.rung()
          || assignment.ladder().get(rung).kind() == assignment.ladder().getFirst().kind();
    }
  }

  static Situation of(IncidentView incident, List<Assignment> assignments, Duration freshFor) {
    return new Situation(
        incident,
        assignments.stream().map(help -> HelpSoFar.of(help, incident.incident())).toList(),
        freshFor);
  }
}
