package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.notification.Duties;
import org.warmhandoff.notification.IncidentView;
import org.warmhandoff.notification.Leaves;
import org.warmhandoff.notification.Preview;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.ProgramDrafts;
import org.warmhandoff.notification.ProgramRota;
import org.warmhandoff.notification.Programs;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;
import org.warmhandoff.notification.Window;
import org.warmhandoff.notification.Worker;
import org.warmhandoff.notification.WorkerRow;
import org.warmhandoff.notification.Workers;

/** Who would have been paged last week, by a draft and by the version in force. */
@ApplicationScoped
public class PreviewDraft {

  private final ProgramDrafts drafts;
  private final Programs programs;
  private final RoutedIncidents incidents;
  private final Duties duties;
  private final Leaves leaves;
  private final Workers workers;
  private final InstantSource clock;

  PreviewDraft(
      ProgramDrafts drafts,
      Programs programs,
      RoutedIncidents incidents,
      Duties duties,
      Leaves leaves,
      Workers workers,
      InstantSource clock) {
    this.drafts = drafts;
    this.programs = programs;
    this.incidents = incidents;
    this.duties = duties;
    this.leaves = leaves;
    this.workers = workers;
    this.clock = clock;
  }

  /** What is replayed at most; a page is not to be waited for longer. */
  public static final int MOST = 2_000;

  private static final Duration WEEK = Duration.ofDays(7);

  /**
   * Replays the last seven days.
   *
   * @throws org.warmhandoff.console.problem.Problem 404 where there is no draft
   */
  @Transactional
  public Preview preview(String code) {
    Program inForce =
        programs
            .present(code)
            .map(found -> programs.version(found.code(), found.version()))
            .orElse(null);
    Program draft =
        Program.of(drafts.present(code).body(), inForce == null ? 1 : inForce.version() + 1);
    Set<String> services = new HashSet<>(draft.policeServices());
    if (inForce != null) {
      services.addAll(inForce.policeServices());
    }
    Instant now = clock.instant();
    Instant since = now.minus(WEEK);
    List<RoutedIncident> found = incidents.heardOfSince(since, services, MOST + 1);
    List<IncidentView> views =
        found.stream()
            .limit(MOST)
            .map(RoutedIncident::view)
            .filter(view -> !view.facts().receivedAt().isBefore(since))
            .toList();
    Past past = past(code, since, now);
    return Preview.of(views, found.size() > MOST, inForce, draft, past::onDuty);
  }

  private Past past(String code, Instant since, Instant now) {
    ProgramRota rota = duties.during(code, since, now);
    return new Past(rota, reachable(rota.staff()), leaves.between(since, now));
  }

  /** Who was there in the time that is looked at. */
  private record Past(ProgramRota rota, Set<UUID> reachable, Map<UUID, List<Window.Span>> leaves) {

    boolean onDuty(Program program, Instant at) {
      return rota.of(program.staffing()).stream()
          .filter(rostered -> rostered.at(at) != null)
          .map(rostered -> rostered.crew().staff())
          .anyMatch(crew -> crew.stream().allMatch(staff -> there(staff, at)));
    }

    private boolean there(UUID staff, Instant at) {
      return reachable.contains(staff)
          && leaves.getOrDefault(staff, List.of()).stream().noneMatch(away -> away.contains(at));
    }
  }

  /** Whom a rota names and nobody can reach is no help. */
  private Set<UUID> reachable(Set<UUID> staff) {
    Set<UUID> reachable = new HashSet<>();
    for (WorkerRow row : workers.among(staff)) {
      Worker worker = row.worker();
      if (worker.active() && worker.organisation() != null && worker.reachable()) {
        reachable.add(worker.id());
      }
    }
    return reachable;
  }
}
