package org.warmhandoff.analytics.gathering;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import javax.sql.DataSource;
import org.warmhandoff.analytics.Pseudonyms;
import org.warmhandoff.eventing.Head;

/** Rows of {@code place_fact}: what an assignment or a referral is for by its newest event. */
@ApplicationScoped
class PlaceFacts {

  private static final FactSql STORE =
      new FactSql(
          """
          insert into place_fact as f
            (subject, incident, police_service, jurisdiction, mode, place_version)
          values (:subject, :incident, :police_service, :jurisdiction, :mode, :version)
          on conflict (subject) do update set
            incident = excluded.incident, place_version = excluded.place_version,
            changed_by = pg_current_xact_id(), stored_at = clock_timestamp()
          where f.place_version < excluded.place_version\
          """);

  private final DataSource database;
  private final Pseudonyms pseudonyms;

  PlaceFacts(DataSource database, Pseudonyms pseudonyms) {
    this.database = database;
    this.pseudonyms = pseudonyms;
  }

  /** The event's subject was made a pseudonym when it was received. */
  void store(Head head, UUID incident) {
    STORE.run(
        database,
        Row.of(head)
            .with("subject", head.subject())
            .with("incident", pseudonyms.of(incident))
            .with("version", head.version())
            .values());
  }
}
