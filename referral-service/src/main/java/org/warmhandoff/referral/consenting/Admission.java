package org.warmhandoff.referral.consenting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.contracts.AssignmentEvent.Audience;
import org.warmhandoff.referral.KnownAssignments;
import org.warmhandoff.referral.KnownIncidents;
import org.warmhandoff.referral.Place;
import org.warmhandoff.referral.WholeIncident;

/**
 * Whose an incident is to ask about, and where what was said of it belongs: an officer's in their
 * own police service, a worker's where they took an assignment, nobody's who is a party to it.
 */
@ApplicationScoped
class Admission {

  private final KnownIncidents incidents;
  private final KnownAssignments assignments;

  Admission(KnownIncidents incidents, KnownAssignments assignments) {
    this.incidents = incidents;
    this.assignments = assignments;
  }

  /**
   * Who asks.
   *
   * @param policeService the officer's; null for a worker
   * @param sides the sides of an incident they may see
   */
  record Asker(UUID staff, @Nullable String policeService, Set<Audience> sides) {

    Asker {
      sides = Set.copyOf(sides);
    }

    boolean isWorker() {
      return policeService == null;
    }
  }

  /**
   * Where the incident belongs, for someone who may ask about it.
   *
   * @throws Problem 404 for another police service's incident, for one they are kept out of, and
   *     for one they hold no assignment of, as far as is known here yet
   */
  Place place(UUID incident, Asker asker) {
    if (isKeptOut(incident, asker.staff())) {
      throw unknown();
    }
    String policeService = asker.policeService();
    Place place = incidents.placeOf(incident, policeService == null ? "" : policeService);
    if (policeService != null && !place.policeService().equals(policeService)) {
      throw unknown();
    }
    if (asker.isWorker() && !holds(incident, asker)) {
      // One answer for "not yours" and "not heard of yet": which of the two is not theirs to learn.
      throw Problem.notFound(
              "not-assigned",
              "It is not known here yet that you are assigned. If you just accepted, try again.")
          .expected("an incident you are assigned to");
    }
    return place;
  }

  boolean isKeptOut(UUID incident, UUID staff) {
    return incidents.whole(incident).map(known -> known.isHiddenFrom(staff)).orElse(false);
  }

  /** The incident with all it is merged with, heard of or not. */
  Set<UUID> oneWith(UUID incident) {
    return incidents.whole(incident).map(WholeIncident::ids).orElse(Set.of(incident));
  }

  boolean holds(UUID incident, Asker asker) {
    return assignments.isHeldBy(asker.staff(), oneWith(incident), asker.sides());
  }

  private static Problem unknown() {
    return Problem.notFound("unknown-incident", "There is no such incident.");
  }
}
