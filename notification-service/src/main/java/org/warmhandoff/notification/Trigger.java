package org.warmhandoff.notification;

import java.time.Instant;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.contracts.IncidentEvent.Help;
import org.warmhandoff.contracts.IncidentFacts.Status;
import org.warmhandoff.contracts.Known;
import org.warmhandoff.contracts.PartyRole;

/** The fact a program starts on. Being eligible alone pages nobody. */
public enum Trigger {
  /** An officer's two facts: it is safe now, and someone is wanted here. */
  SCENE_SAFE_AND_WORKER_WANTED,
  /** An officer beside the victim asks. */
  WORKER_WANTED,
  /** The call is open. */
  INCIDENT_OPEN,
  /** The first car left. */
  OFFICERS_CLEARED,
  /** The person consented to this program's agency, and the consent is valid now. */
  CONSENT_GIVEN,
  /** Arrest and release are both recorded. */
  ARREST_AND_RELEASE;

  /** Whether an officer's asking is what it starts on. */
  boolean asks() {
    return this == SCENE_SAFE_AND_WORKER_WANTED || this == WORKER_WANTED;
  }

  /** Whether a trigger stands. */
  public sealed interface Standing {
    /**
     * @param mark number of the fact that completed it; a later one may start the program again
     */
    record Fired(long mark) implements Standing {}

    record Missing(Reason reason) implements Standing {}
  }

  /**
   * Whether it stands for this incident now.
   *
   * @param program whose agency and audience a consent must be for
   */
  public Standing of(IncidentView incident, Program program, Instant now) {
    return switch (this) {
      case SCENE_SAFE_AND_WORKER_WANTED -> sceneSafeAndWanted(incident);
      case WORKER_WANTED -> {
        IncidentView.Wanted wanted = incident.wanted();
        yield wanted == null ? missing("worker-not-wanted") : new Standing.Fired(wanted.mark());
      }
      case INCIDENT_OPEN ->
          incident.facts().status() == Status.ACTIVE
              ? new Standing.Fired(incident.openMark())
              : missing("incident-not-open");
      case OFFICERS_CLEARED ->
          incident.scene() instanceof IncidentView.Scene.Cleared cleared
              ? new Standing.Fired(cleared.mark())
              : missing("officers-not-cleared");
      case CONSENT_GIVEN ->
          incident.consents().stream()
              .filter(consent -> consent.covers(program.agency(), now))
              .filter(consent -> incident.is(consent.person(), side(program.audience())))
              .mapToLong(IncidentView.Consent::mark)
              .max()
              .stream()
              .mapToObj(mark -> (Standing) new Standing.Fired(mark))
              .findFirst()
              .orElseGet(() -> missing("no-consent"));
      case ARREST_AND_RELEASE -> {
        if (incident.facts().arrest() != Known.YES) {
          yield missing("no-arrest-recorded");
        }
        yield incident.facts().released() == Known.YES
            ? new Standing.Fired(incident.releaseMark())
            : missing("no-release-recorded");
      }
    };
  }

  private static Standing sceneSafeAndWanted(IncidentView incident) {
    IncidentView.Wanted wanted = incident.wanted();
    if (wanted == null || wanted.help() != Help.ON_SITE) {
      return missing("worker-not-wanted");
    }
    return incident.scene() instanceof IncidentView.Scene.Safe safe
        ? new Standing.Fired(Math.max(safe.mark(), wanted.mark()))
        : missing("scene-not-safe");
  }

  /** Her consent starts nothing on his side, and the other way round. */
  private static PartyRole side(Audience audience) {
    return switch (audience) {
      case VICTIM -> PartyRole.VICTIM;
      case ALLEGED_OFFENDER -> PartyRole.ALLEGED_OFFENDER;
    };
  }

  private static Standing missing(String code) {
    return new Standing.Missing(Reason.of(code));
  }
}
