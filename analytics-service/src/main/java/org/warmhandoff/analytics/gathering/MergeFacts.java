package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.analytics.Pseudonyms;
import org.warmhandoff.eventing.Head;

/** Rows of {@code merge_fact} and {@code relation_fact}; the last word of an incident counts. */
@ApplicationScoped
class MergeFacts {

  private static final FactSql MERGE =
      new FactSql(
          """
          insert into merge_fact as f
            (incident, police_service, jurisdiction, mode, merge_version, into_incident, said_at)
          values
            (:incident, :police_service, :jurisdiction, :mode, :version, :into, :at)
          on conflict (incident) do update set
            merge_version = excluded.merge_version, into_incident = excluded.into_incident,
            said_at = excluded.said_at,
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()
          where f.merge_version < excluded.merge_version\
          """);

  private static final FactSql RELATE =
      new FactSql(
          """
          insert into relation_fact as f
            (incident, other, kind, police_service, jurisdiction, mode, relation_version, holds,
             said_at)
          values
            (:incident, :other, :kind, :police_service, :jurisdiction, :mode, :version, :holds,
             :at)
          on conflict (incident, other, kind) do update set
            relation_version = excluded.relation_version, holds = excluded.holds,
            said_at = excluded.said_at,
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()
          where f.relation_version < excluded.relation_version\
          """);

  private final DataSource database;
  private final Pseudonyms pseudonyms;

  MergeFacts(DataSource database, Pseudonyms pseudonyms) {
    this.database = database;
    this.pseudonyms = pseudonyms;
  }

  /**
   * It is part of another, or of none.
   *
   * @param into the one that goes on instead of it; null where it stands by itself again
   */
  void merged(Head head, UUID incident, @Nullable UUID into, Instant at) {
    MERGE.run(
        database,
        Row.of(head)
            .with("incident", pseudonyms.of(incident))
            .with("into", into == null ? null : pseudonyms.of(into))
            .with("version", head.version())
            .with("at", at)
            .values());
  }

  /** It was split off another, or is linked to it, or no longer is. */
  void related(Head head, UUID incident, UUID other, String kind, boolean holds, Instant at) {
    RELATE.run(
        database,
        Row.of(head)
            .with("incident", pseudonyms.of(incident))
            .with("other", pseudonyms.of(other))
            .with("kind", kind)
            .with("holds", holds)
            .with("version", head.version())
            .with("at", at)
            .values());
  }
}
