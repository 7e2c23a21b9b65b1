package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.warmhandoff.analytics.Pseudonyms;
import org.warmhandoff.contracts.AssignmentEvent;
import org.warmhandoff.contracts.AssignmentEvent.HelpMode;
import org.warmhandoff.eventing.Head;

/** Rows of {@code assignment_fact}; weighings go to {@link RoutingFacts}. */
@ApplicationScoped
class AssignmentFacts {

  /** The life of an assignment: first instants, the newest place, the newest outcome. */
  private static final FactSql STORE =
      new FactSql(
          """
          insert into assignment_fact as f
            (assignment, incident, police_service, jurisdiction, mode, audience, opening_program,
             opening_mode, opened_at, placed_version, placed_program, placed_mode, rung, attempts,
             paged_at, accepted_at, arrived_at, contact_at, concluded_version, concluded_at,
             outcome, stood_down_at, stand_down_reason, nobody_at)
          values
            (:assignment, :incident, :police_service, :jurisdiction, :mode, :audience,
             :opening_program, :opening_mode, :opened_at,
             coalesce(cast(:placed_version as bigint), 0), :placed_program, :placed_mode, :rung, :attempts, :paged_at, :accepted_at, :arrived_at, :contact_at,
             coalesce(cast(:concluded_version as bigint), 0), :concluded_at, :outcome,
             :stood_down_at, :stand_down_reason, :nobody_at)
          on conflict (assignment) do update set
            audience = coalesce(f.audience, excluded.audience),
            opening_program = coalesce(f.opening_program, excluded.opening_program),
            opening_mode = coalesce(f.opening_mode, excluded.opening_mode),
            opened_at = least(f.opened_at, excluded.opened_at),
            placed_program = case when excluded.placed_version > f.placed_version
              then excluded.placed_program else f.placed_program end,
            placed_mode = case when excluded.placed_version > f.placed_version
              then excluded.placed_mode else f.placed_mode end,
            placed_version = greatest(f.placed_version, excluded.placed_version),
            rung = greatest(f.rung, excluded.rung),
            attempts = greatest(f.attempts, excluded.attempts),
            paged_at = least(f.paged_at, excluded.paged_at),
            accepted_at = least(f.accepted_at, excluded.accepted_at),
            arrived_at = least(f.arrived_at, excluded.arrived_at),
            contact_at = least(f.contact_at, excluded.contact_at),
            outcome = case when excluded.concluded_version > f.concluded_version
              then excluded.outcome else f.outcome end,
            concluded_at = case when excluded.concluded_version > f.concluded_version
              then excluded.concluded_at else f.concluded_at end,
            concluded_version = greatest(f.concluded_version, excluded.concluded_version),
            stand_down_reason = case when excluded.stood_down_at <= f.stood_down_at
                or f.stood_down_at is null
              then coalesce(excluded.stand_down_reason, f.stand_down_reason)
              else f.stand_down_reason end,
            stood_down_at = least(f.stood_down_at, excluded.stood_down_at),
            nobody_at = least(f.nobody_at, excluded.nobody_at),
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()""");

  private final DataSource database;
  private final Pseudonyms pseudonyms;
  private final RoutingFacts routing;
  private final PlaceFacts places;

  AssignmentFacts(
      DataSource database, Pseudonyms pseudonyms, RoutingFacts routing, PlaceFacts places) {
    this.database = database;
    this.pseudonyms = pseudonyms;
    this.routing = routing;
    this.places = places;
  }

  /** A mode in the API's spelling. */
  static String code(HelpMode mode) {
    return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void store(Head head, AssignmentEvent event) {
    Row row = Row.of(head).with("incident", pseudonyms.of(event.incident()));
    if (!(event instanceof AssignmentEvent.ProgramsWeighed)) {
      places.store(head, event.incident());
    }
    switch (event) {
      case AssignmentEvent.ProgramsWeighed weighed -> routing.store(head, row, weighed);
      case AssignmentEvent.AssignmentOpened e ->
          store(
              e.assignment(),
              placed(row, head, e.program(), e.mode())
                  .with("audience", e.audience())
                  .with("opening_program", e.program())
                  .with("opening_mode", code(e.mode()))
                  .with("opened_at", e.at()));
      case AssignmentEvent.WorkerPaged e ->
          store(
              e.assignment(),
              placed(row, head, e.program(), e.mode())
                  .with("rung", e.rung())
                  .with("attempts", e.attempt())
                  .with("paged_at", e.at()));
      case AssignmentEvent.RungChanged e ->
          store(e.assignment(), placed(row, head, e.to(), e.mode()));
      case AssignmentEvent.PageAccepted e -> first(row, e.assignment(), "accepted_at", e.at());
      case AssignmentEvent.WorkerArrived e -> first(row, e.assignment(), "arrived_at", e.at());
      case AssignmentEvent.ContactMade e -> first(row, e.assignment(), "contact_at", e.at());
      case AssignmentEvent.SupervisorTold e -> first(row, e.assignment(), "nobody_at", e.at());
      case AssignmentEvent.AssignmentConcluded e ->
          store(
              e.assignment(),
              row.with("concluded_version", head.version())
                  .with("concluded_at", e.at())
                  .with("outcome", e.outcome()));
      case AssignmentEvent.AssignmentStoodDown e ->
          store(
              e.assignment(),
              row.with("stood_down_at", e.at()).with("stand_down_reason", e.reason()));
      // another assignment goes on and is counted for itself; this one came to nothing
      case AssignmentEvent.AssignmentReassigned e ->
          store(
              e.assignment(),
              row.with("stood_down_at", e.at()).with("stand_down_reason", "reassigned"));
      case AssignmentEvent.AssignmentMoved e -> store(e.assignment(), row);
      case AssignmentEvent.PageDeclined e -> store(e.assignment(), row);
      // when somebody set out is no measure: it counts from when they said yes to when they came
      case AssignmentEvent.WorkerEnRoute e -> store(e.assignment(), row);
      // no measure asks yet how often somebody was tried, or whether she came back by herself
      case AssignmentEvent.ContactAttempted e -> store(e.assignment(), row);
      case AssignmentEvent.SelfInitiatedContact e -> store(e.assignment(), row);
      case AssignmentEvent.PageExpired e -> store(e.assignment(), row);
      case AssignmentEvent.AssignmentWaiting e -> store(e.assignment(), row);
      case AssignmentEvent.SupervisorAcknowledged e -> store(e.assignment(), row);
      case AssignmentEvent.StandDownAcknowledged e -> store(e.assignment(), row);
    }
  }

  private static Row placed(Row row, Head head, String program, HelpMode mode) {
    return row.with("placed_version", head.version())
        .with("placed_program", program)
        .with("placed_mode", code(mode));
  }

  private void first(Row row, UUID assignment, String column, Instant at) {
    store(assignment, row.with(column, at));
  }

  private void store(UUID assignment, Row row) {
    STORE.run(database, row.with("assignment", pseudonyms.of(assignment)).values());
  }
}
