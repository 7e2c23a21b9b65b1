package org.warmhandoff.incident.belonging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.IncidentLinked;
import org.warmhandoff.contracts.IncidentEvent.IncidentSplit;
import org.warmhandoff.contracts.IncidentEvent.IncidentUnlinked;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.incident.Belonging;
import org.warmhandoff.incident.Belonging.Row;
import org.warmhandoff.incident.Incident;
import org.warmhandoff.incident.Incidents;
import org.warmhandoff.incident.IntakeFlag;
import org.warmhandoff.incident.Relations.Kind;
import org.warmhandoff.incident.Unsettled;

/** Tells what was split off and what is linked, within the caller's transaction. */
@ApplicationScoped
class LinkDesk {

  private final Belonging belonging;
  private final Incidents incidents;
  private final Outbox outbox;
  private final InstantSource clock;

  LinkDesk(Belonging belonging, Incidents incidents, Outbox outbox, InstantSource clock) {
    this.belonging = belonging;
    this.incidents = incidents;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Settles the splits and links of one incident, which is locked with all that it names.
   *
   * @param said what all of them say
   */
  void settle(Unsettled.Note note, Map<UUID, Incident> locked, List<Row> said) {
    List<Row> known =
        said.stream()
            .filter(row -> locked.containsKey(row.incident()))
            .filter(row -> locked.containsKey(row.other()))
            .toList();
    known.stream()
        .filter(row -> row.kind() == Kind.SPLIT_FROM && row.said() && !row.told())
        .filter(row -> row.incident().equals(note.incident()))
        .forEach(row -> split(row, locked, known));
    known.stream()
        .filter(row -> row.kind() == Kind.LINKED_TO && names(row, note.incident()))
        .collect(Collectors.groupingBy(row -> otherThan(row, note.incident())))
        .forEach((other, pair) -> link(note, pair, locked));
  }

  /** Told once; that a source says so no longer takes nothing back. */
  private void split(Row row, Map<UUID, Incident> locked, List<Row> said) {
    UUID from = Objects.requireNonNull(row.other());
    boolean circle =
        said.stream()
            .anyMatch(
                other ->
                    other.kind() == Kind.SPLIT_FROM
                        && other.told()
                        && other.incident().equals(from)
                        && row.incident().equals(other.other()));
    if (circle) {
      flag(row, IntakeFlag.IN_A_CIRCLE, locked);
    } else if (isDrillAndReal(row, locked)) {
      flag(row, IntakeFlag.DRILL_AND_REAL, locked);
    } else {
      tell(row, locked, new IncidentSplit(row.incident(), from, row.saidAt()));
      belonging.told(row, true);
    }
  }

  /** Told once per pair, on the one whose source said so first; undone once neither says so. */
  private void link(Unsettled.Note note, List<Row> pair, Map<UUID, Incident> locked) {
    Optional<Row> told = pair.stream().filter(Row::told).findFirst();
    Optional<Row> first = pair.stream().filter(Row::said).min(Comparator.comparing(Row::saidAt));
    if (first.isPresent() && isDrillAndReal(first.get(), locked)) {
      flag(first.get(), IntakeFlag.DRILL_AND_REAL, locked);
    } else if (first.isPresent() && told.isEmpty()) {
      Row row = first.get();
      tell(
          row,
          locked,
          new IncidentLinked(row.incident(), Objects.requireNonNull(row.other()), row.saidAt()));
      belonging.told(row, true);
    } else if (first.isEmpty() && told.isPresent()) {
      Row row = told.get();
      tell(
          row,
          locked,
          new IncidentUnlinked(row.incident(), Objects.requireNonNull(row.other()), note.at()));
      belonging.told(row, false);
    }
  }

  private void tell(Row row, Map<UUID, Incident> locked, IncidentEvent event) {
    Incident incident = Objects.requireNonNull(locked.get(row.incident()));
    outbox.tell(incident.next(incident.state().mode()), event);
  }

  private void flag(Row row, IntakeFlag why, Map<UUID, Incident> locked) {
    if (!why.code().equals(row.odd())) {
      belonging.odd(row.number(), why);
      Incident incident = Objects.requireNonNull(locked.get(row.incident()));
      incidents.flag(incident, Set.of(why), clock.instant());
    }
  }

  private static boolean isDrillAndReal(Row row, Map<UUID, Incident> locked) {
    return isDrill(locked.get(row.incident())) != isDrill(locked.get(row.other()));
  }

  private static boolean isDrill(@Nullable Incident incident) {
    return incident != null && incident.state().mode() == Mode.TEST;
  }

  private static boolean names(Row row, UUID incident) {
    return row.incident().equals(incident) || incident.equals(row.other());
  }

  private static UUID otherThan(Row row, UUID incident) {
    return row.incident().equals(incident) ? Objects.requireNonNull(row.other()) : row.incident();
  }
}
