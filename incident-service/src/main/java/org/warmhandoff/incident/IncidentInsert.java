package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.IncidentState.Heard;

/**
 * The first row of an incident in one statement: two first posts at once meet on the unique key,
 * the second waits for the first's commit and then finds it.
 */
@ApplicationScoped
class IncidentInsert {

  /** A first report claims its source's number; whoever comes second changes nothing here. */
  private static final String INSERT =
      """
      insert into incident (id, police_service, jurisdiction, external_id, zone, mode, version,
        sequence, as_of, digest, type, status, domestic, physical, charge, arrest, released,
        relationship, municipality, place_kind, priority, occurred_at, received_at,
        sealed, excluded_staff, scene)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', 'NOT_SAFE')
      on conflict (police_service, external_id) do nothing""";

  boolean unlessKnown(EntityManager entities, Incident first) {
    return entities.unwrap(Session.class).doReturningWork(connection -> insert(connection, first));
  }

  private static boolean insert(Connection connection, Incident first) throws SQLException {
    Heard heard = first.state();
    ReportedFacts facts = heard.facts();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      Parameters values = new Parameters(statement);
      values.set(first.id());
      values.set(first.policeService());
      values.set(first.jurisdiction());
      values.set(first.externalId());
      values.set(first.zone());
      values.set(heard.mode().name());
      values.set(first.version());
      values.set(heard.position().sequence(), Types.BIGINT);
      values.set(heard.position().asOf().atOffset(ZoneOffset.UTC));
      values.set(heard.content().bytes());
      values.set(facts.type());
      values.set(facts.status().name());
      values.set(facts.domestic().name());
      values.set(facts.physical().name());
      values.set(facts.charge().name());
      values.set(facts.arrest().name());
      values.set(facts.released().name());
      values.set(facts.relationship(), Types.VARCHAR);
      values.set(facts.municipality(), Types.VARCHAR);
      values.set(facts.placeKind(), Types.VARCHAR);
      values.set(facts.priority());
      values.set(facts.occurredAt().atOffset(ZoneOffset.UTC));
      values.set(heard.receivedAt().atOffset(ZoneOffset.UTC));
      values.set(first.sealed(), Types.BINARY);
      return statement.executeUpdate() == 1;
    }
  }

  /** Fills the question marks from left to right. */
  private static final class Parameters {
    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
      this.statement = statement;
    }

    void set(Object value) throws SQLException {
      statement.setObject(++index, value);
    }

    void set(@Nullable Object value, int type) throws SQLException {
      statement.setObject(++index, value, type);
    }
  }
}
