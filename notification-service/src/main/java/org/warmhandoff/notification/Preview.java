package org.warmhandoff.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.AssignmentEvent.Eligibility;
import org.warmhandoff.contracts.IncidentFacts;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.Mode;

/**
 * What a draft would have meant for incidents that were, beside the version in force. A pure
 * function; it pages nobody. Each incident is taken as it stands now, at the instant its triggering
 * fact happened: of an asking that is over, it is not kept whether it was for the scene.
 *
 * @param incidents how many were looked at
 * @param cut whether there were more, which were left out
 * @param differing where the two would not have done the same
 */
public record Preview(
    int incidents, boolean cut, Counts inForce, Counts drafted, List<Row> differing) {

  public Preview {
    differing = List.copyOf(differing);
  }

  /**
   * Of those incidents.
   *
   * @param started whom it is for and whose triggering fact was there
   * @param inWindow of these, within its hours
   * @param onDuty of these, with somebody on duty
   */
  public record Counts(int started, int inWindow, int onDuty) {}

  /** One incident by its id's end, what would have come of it, and why. */
  public record Row(String incident, Instant at, Reason inForce, Reason drafted) {}

  private record Outcome(Reason reason, int reached, @Nullable Instant at) {}

  private static final String NO_PROGRAM = "no-program";
  private static final int STARTED = 1;
  private static final int IN_WINDOW = 2;
  private static final int ON_DUTY = 3;

  /**
   * Replays.
   *
   * @param inForce null where the program is new
   * @param onDuty whether somebody was on duty for a program then
   */
  public static Preview of(
      List<IncidentView> incidents,
      boolean cut,
      @Nullable Program inForce,
      Program draft,
      BiPredicate<Program, Instant> onDuty) {
    List<Outcome> now = new ArrayList<>();
    List<Outcome> then = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (IncidentView incident : incidents) {
      Outcome one = outcome(incident, inForce, onDuty);
      Outcome other = outcome(incident, draft, onDuty);
      now.add(one);
      then.add(other);
      if (!one.reason().equals(other.reason())) {
        Instant at = other.at() == null ? one.at() : other.at();
        rows.add(
            new Row(
                ShownId.of(incident.incident()),
                at == null ? incident.facts().receivedAt() : at,
                one.reason().shown(),
                other.reason().shown()));
      }
    }
    return new Preview(incidents.size(), cut, counts(now), counts(then), rows);
  }

  private static Counts counts(List<Outcome> outcomes) {
    int[] reached = new int[ON_DUTY + 1];
    outcomes.forEach(outcome -> reached[outcome.reached()]++);
    int inWindow = reached[IN_WINDOW] + reached[ON_DUTY];
    return new Counts(reached[STARTED] + inWindow, inWindow, reached[ON_DUTY]);
  }

  private static Outcome outcome(
      IncidentView incident, @Nullable Program program, BiPredicate<Program, Instant> onDuty) {
    if (program == null || !program.policeServices().contains(incident.policeService())) {
      return new Outcome(Reason.of(NO_PROGRAM), 0, null);
    }
    if (incident.mode() != Mode.LIVE) {
      return new Outcome(Reason.of("not-live"), 0, null);
    }
    EligibilityRule.Answer answer = program.eligible().weigh(incident);
    if (answer.eligibility() != Eligibility.ELIGIBLE) {
      return new Outcome(answer.reason(), 0, null);
    }
    Instant at = triggered(incident, program);
    if (at == null) {
      return new Outcome(Reason.of("not-triggered"), 0, null);
    }
    if (program.windowAt(at).isEmpty()) {
      return new Outcome(Reason.of("outside-window"), STARTED, at);
    }
    return onDuty.test(program, at)
        ? new Outcome(Reason.of("somebody-on-duty"), ON_DUTY, at)
        : new Outcome(Reason.of("nobody-on-duty"), IN_WINDOW, at);
  }

  private static @Nullable Instant triggered(IncidentView incident, Program program) {
    IncidentFacts facts = incident.facts();
    return switch (program.trigger()) {
      case SCENE_SAFE_AND_WORKER_WANTED, WORKER_WANTED -> {
        IncidentView.Ask ask = incident.ask();
        yield ask == null ? null : incident.timeOf(ask.mark()).orElse(facts.receivedAt());
      }
      case INCIDENT_OPEN -> facts.receivedAt();
      case OFFICERS_CLEARED ->
          incident.scene() instanceof IncidentView.Scene.Cleared cleared ? cleared.at() : null;
      case CONSENT_GIVEN ->
          incident.consents().stream()
              .filter(consent -> consent.covers(program.agency(), consent.validFrom()))
              .map(IncidentView.Consent::validFrom)
              .findFirst()
              .orElse(null);
      case ARREST_AND_RELEASE ->
          facts.arrest() == Known.YES && facts.released() == Known.YES
              ? incident.timeOf(incident.releaseMark()).orElse(facts.receivedAt())
              : null;
    };
  }
}
