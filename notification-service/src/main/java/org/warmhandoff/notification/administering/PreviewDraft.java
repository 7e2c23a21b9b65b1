package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.notification.IncidentView;
import org.warmhandoff.notification.Preview;
import org.warmhandoff.notification.Program;
import org.warmhandoff.notification.ProgramDrafts;
import org.warmhandoff.notification.Programs;
import org.warmhandoff.notification.Rota;
import org.warmhandoff.notification.RoutedIncident;
import org.warmhandoff.notification.RoutedIncidents;
import org.warmhandoff.notification.Turns;
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
  private final Rota rota;
  private final Workers workers;
  private final InstantSource clock;

  PreviewDraft(
      ProgramDrafts drafts,
      Programs programs,
      RoutedIncidents incidents,
      Rota rota,
      Workers workers,
      InstantSource clock) {
    this.drafts = drafts;
    this.programs = programs;
    this.incidents = incidents;
    this.rota = rota;
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
    Instant since = clock.instant().minus(WEEK);
    List<RoutedIncident> found = incidents.heardOfSince(since, services, MOST + 1);
    List<IncidentView> views =
        found.stream()
            .limit(MOST)
            .map(RoutedIncident::view)
            .filter(view -> !view.facts().receivedAt().isBefore(since))
            .toList();
    List<Rotation> rotations =
        rota.of(code).stream().map(row -> new Rotation(row.window(), row.turns())).toList();
    Set<UUID> reachable = reachable(rotations);
    return Preview.of(
        views,
        found.size() > MOST,
        inForce,
        draft,
        (program, at) ->
            rotations.stream()
                .map(rotation -> rotation.onDuty(at))
                .filter(staff -> !staff.isEmpty())
                .anyMatch(
                    staff ->
                        program.staffing() == Program.Staffing.CREW_OF_TWO
                            ? reachable.containsAll(staff)
                            : staff.stream().anyMatch(reachable::contains)));
  }

  /** Who was on duty by the rota as it is now: last week's shifts may not be kept. */
  private record Rotation(Window window, Turns turns) {
    List<UUID> onDuty(Instant at) {
      return window.between(at, at.plusNanos(1)).stream()
          .flatMap(occurrence -> turns.on(occurrence.date()).stream())
          .toList();
    }
  }

  /** Whom a rota names and nobody can reach is no help. */
  private Set<UUID> reachable(List<Rotation> rotations) {
    Set<UUID> staff = new HashSet<>();
    rotations.forEach(rotation -> staff.addAll(rotation.turns().staff()));
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
