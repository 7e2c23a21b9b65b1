package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import javax.sql.DataSource;
import org.warmhandoff.analytics.Pseudonyms;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.Party;
import org.warmhandoff.eventing.Head;

/** Rows of {@code incident_fact} and {@code party_fact}. */
@ApplicationScoped
class IncidentFacts {

  /** The newest full state counts, with exactly the parties it names. */
  private static final FactSql STATE =
      new FactSql(
          """
          with state as (
            insert into incident_fact as f
              (incident, police_service, jurisdiction, mode, facts_version, type, status, domestic,
               physical, charge, arrest, released, relationship, municipality, place_kind, priority,
               occurred_at, received_at, zone, received_week)
            values
              (:incident, :police_service, :jurisdiction, :mode, :version, :type, :status,
               :domestic, :physical, :charge, :arrest, :released, :relationship, :municipality,
               :place_kind, :priority, :occurred_at, :received_at, :zone, :received_week)
            on conflict (incident) do update set
              facts_version = excluded.facts_version, type = excluded.type,
              status = excluded.status, domestic = excluded.domestic,
              physical = excluded.physical, charge = excluded.charge, arrest = excluded.arrest,
              released = excluded.released, relationship = excluded.relationship,
              municipality = excluded.municipality, place_kind = excluded.place_kind,
              priority = excluded.priority, occurred_at = excluded.occurred_at,
              received_at = excluded.received_at, zone = excluded.zone,
              received_week = excluded.received_week,
              changed_by = pg_current_xact_id(), stored_at = clock_timestamp()
            where f.facts_version < excluded.facts_version)
          insert into party_fact as f
            (incident, person, role, police_service, jurisdiction, mode, facts_version)
          select distinct cast(:incident as uuid), party.person, party.role,
            cast(:police_service as text), cast(:jurisdiction as text), cast(:mode as text),
            cast(:version as bigint)
          from unnest(cast(:persons as uuid[]), cast(:roles as text[])) as party (person, role)
          on conflict (incident, person, role) do update set
            facts_version = excluded.facts_version,
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()
          where f.facts_version < excluded.facts_version""");

  /** What happened at the scene stands beside the state; the first of each kind is kept. */
  private static final FactSql SCENE =
      new FactSql(
          """
          insert into incident_fact as f
            (incident, police_service, jurisdiction, mode, facts_version, scene_safe_at,
             worker_wanted_at, cleared_at)
          values
            (:incident, :police_service, :jurisdiction, :mode, 0, :scene_safe_at,
             :worker_wanted_at, :cleared_at)
          on conflict (incident) do update set
            scene_safe_at = least(f.scene_safe_at, excluded.scene_safe_at),
            worker_wanted_at = least(f.worker_wanted_at, excluded.worker_wanted_at),
            cleared_at = least(f.cleared_at, excluded.cleared_at),
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()""");

  private final DataSource database;
  private final Pseudonyms pseudonyms;
  private final MergeFacts merges;

  IncidentFacts(DataSource database, Pseudonyms pseudonyms, MergeFacts merges) {
    this.database = database;
    this.pseudonyms = pseudonyms;
    this.merges = merges;
  }

  void store(Head head, IncidentEvent event) {
    Row row = Row.of(head).with("incident", pseudonyms.of(event.incident()));
    switch (event) {
      case IncidentEvent.IncidentReported reported -> state(head, row, reported.facts());
      case IncidentEvent.IncidentUpdated updated -> state(head, row, updated.facts());
      case IncidentEvent.SceneDeclaredSafe safe -> scene(row.with("scene_safe_at", safe.at()));
      case IncidentEvent.WorkerWanted wanted -> scene(row.with("worker_wanted_at", wanted.at()));
      case IncidentEvent.OfficersCleared cleared -> scene(row.with("cleared_at", cleared.at()));
      case IncidentEvent.SceneSafetyRevoked revoked -> scene(row);
      // that police know of an advisory is no fact of the incident
      case IncidentEvent.AdvisoryAcknowledged acknowledged -> {}
      case IncidentEvent.IncidentMerged e -> merges.merged(head, e.incident(), e.into(), e.at());
      case IncidentEvent.IncidentSeparated e -> merges.merged(head, e.incident(), null, e.at());
      case IncidentEvent.IncidentSplit e ->
          merges.related(head, e.incident(), e.from(), "split", true, e.at());
      case IncidentEvent.IncidentLinked e ->
          merges.related(head, e.incident(), e.other(), "linked", true, e.at());
      case IncidentEvent.IncidentUnlinked e ->
          merges.related(head, e.incident(), e.other(), "linked", false, e.at());
    }
  }

  private void scene(Row row) {
    SCENE.run(database, row.values());
  }

  private void state(Head head, Row row, org.warmhandoff.contracts.IncidentFacts facts) {
    LocalDate received = facts.receivedAt().atZone(ZoneId.of(facts.zone())).toLocalDate();
    row.with("version", head.version())
        .with("type", facts.type())
        .with("status", facts.status())
        .with("domestic", facts.domestic())
        .with("physical", facts.physical())
        .with("charge", facts.charge())
        .with("arrest", facts.arrest())
        .with("released", facts.released())
        .with("relationship", facts.relationship())
        .with("municipality", facts.municipality())
        .with("place_kind", facts.placeKind())
        .with("priority", facts.priority())
        .with("occurred_at", facts.occurredAt())
        .with("received_at", facts.receivedAt())
        .with("zone", facts.zone())
        .with("received_week", received.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
        .with(
            "persons",
            facts.parties().stream().map(Party::person).map(pseudonyms::of).toArray(UUID[]::new))
        .with("roles", facts.parties().stream().map(p -> p.role().name()).toArray(String[]::new));
    STATE.run(database, row.values());
  }
}
