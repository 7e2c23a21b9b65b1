package org.warmhandoff.notification;

import java.util.List;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.notification.Decision.Weighed;

/** What becomes of an officer's asking for a worker. */
final class Asking {

  private Asking() {}

  /**
   * The same was asked for again while help is under way: that asking is answered by it too, on
   * whichever rung. Of what comes after live help only the first rung's own fact counts.
   */
  static void answerRepeated(List<Assignment> assignments, Decision decision) {
    for (Assignment assignment : assignments) {
      if (!assignment.over() && assignment.incident().equals(decision.incident().incident())) {
        for (int rung = 0; rung < assignment.ladder().size(); rung++) {
          if (decision.of(assignment.ladder().get(rung).program()).orElse(null)
                  instanceof Weighed weighed
              && weighed.trigger() instanceof Trigger.Standing.Fired fired
              && (rung == 0 || weighed.program().trigger().asks())) {
            assignment.marks().answersAlso(fired.mark());
          }
        }
      }
    }
  }

  /**
   * Whether someone was asked for and nobody comes, nobody is looked for and nothing is waited for,
   * and police have not heard that yet.
   *
   * @param assignments with those that were opened by this decision
   */
  static boolean inVain(IncidentView incident, List<Assignment> assignments, Decision decision) {
    IncidentView.Ask ask = incident.ask();
    if (ask == null || ask.nobodyTold() || incident.mode() != Mode.LIVE) {
      return false;
    }
    return assignments.stream().noneMatch(help -> answers(help, incident.incident(), ask))
        && decision.programs().stream().noneMatch(Asking::comes);
  }

  private static boolean answers(Assignment help, UUID at, IncidentView.Ask ask) {
    if (help.audience() != Audience.VICTIM
        || help.ladder().getFirst().kind() != Program.Kind.LIVE_HELP) {
      return false;
    }
    boolean sinceAsked = help.markAt(at) >= ask.mark();
    boolean here = help.incident().equals(at);
    return switch (help.state()) {
      // only supervisors are left: whoever asks now hears that nobody comes
      case AssignmentState.Told s -> false;
      case AssignmentState.Unattended s -> false;
      case AssignmentState.Looking s -> here || sinceAsked;
      case AssignmentState.Held s -> here || sinceAsked;
      case AssignmentState.Stopped s -> false;
      case AssignmentState.Acknowledged s -> sinceAsked;
      case AssignmentState.Concluded s -> sinceAsked;
    };
  }

  /** It was asked for to the scene and starts once that is safe. */
  private static boolean comes(Weighed weighed) {
    if (weighed.program().audience() != Audience.VICTIM
        || weighed.program().kind() != Program.Kind.LIVE_HELP) {
      return false;
    }
    return weighed.answer().eligibility() == Eligibility.ELIGIBLE
        && weighed.trigger() instanceof Trigger.Standing.Missing missing
        && missing.reason().is("scene-not-safe");
  }
}
