package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Reasonings;
import org.warmhandoff.notification.Reasons;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;

/** Why each program and worker was chosen or passed over, as the caller may know it. */
@ApplicationScoped
public class ReadReasons {

  private final RoutedIncidents incidents;
  private final Reasonings reasonings;

  ReadReasons(RoutedIncidents incidents, Reasonings reasonings) {
    this.incidents = incidents;
    this.reasonings = reasonings;
  }

  /** Who asks, which decides what they may know. */
  public sealed interface Reader {
    /** Live help alone, and nothing that touches a dyad, a party or a leave. */
    record Police(String service) implements Reader {}

    /** Every police service's, and nothing that touches a dyad, a party or a leave. */
    record Operator() implements Reader {}

    /**
     * Everything; each reading is recorded.
     *
     * @param by the name they signed in with
     */
    record PrivacyOffice(String by) implements Reader {}
  }

  /**
   * What is told.
   *
   * @param zone IANA zone of the incident
   */
  public record Told(List<Reasons> reasons, String zone) {}

  /**
   * Reads them in order.
   *
   * @throws Problem 404 for an incident that is not there or another police service's
   */
  @Transactional
  public Told read(UUID incident, Reader reader) {
    RoutedIncident theirs =
        incidents
            .findByIdOptional(incident)
            .filter(found -> isTheirs(found, reader))
            .orElseThrow(() -> Problem.notFound("no-such-incident", "There is no such incident."));
    if (reader instanceof Reader.PrivacyOffice office) {
      reasonings.recordReading(theirs, office.by());
    }
    return new Told(
        reasonings.of(incident).stream()
            .map(kept -> as(reader, kept.reasons()))
            .filter(reasons -> !reasons.programs().isEmpty())
            .toList(),
        theirs.view().facts().zone());
  }

  private static boolean isTheirs(RoutedIncident incident, Reader reader) {
    return switch (reader) {
      case Reader.Police police -> incident.policeService().equals(police.service());
      case Reader.Operator operator -> true;
      case Reader.PrivacyOffice office -> true;
    };
  }

  private static Reasons as(Reader reader, Reasons reasons) {
    return switch (reader) {
      case Reader.Police police -> reasons.forPolice();
      case Reader.Operator operator -> reasons.shown();
      case Reader.PrivacyOffice office -> reasons;
    };
  }
}
