package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.warmhandoff.incident.IncidentState.Heard;

/**
 * The first rows of incidents in one statement: two first posts at once meet on the unique key, the
 * second waits for the first's commit and then finds it.
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
      select id, police_service, jurisdiction, external_id, zone, mode, version,
        sequence, as_of, digest, type, status, domestic, physical, charge, arrest, released,
        relationship, municipality, place_kind, priority, occurred_at, received_at,
        sealed, '{}', 'NOT_SAFE'
      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        with ordinality as row (id, police_service, jurisdiction, external_id, zone, mode, version,
        sequence, as_of, digest, type, status, domestic, physical, charge, arrest, released,
        relationship, municipality, place_kind, priority, occurred_at, received_at, sealed, n)
      order by n
      on conflict (police_service, external_id) do nothing
      returning id""";

  /**
   * Stores those that are not known yet.
   *
   * @param firsts in the one order everybody stores them in
   * @return which were stored
   */
  Set<UUID> unlessKnown(EntityManager entities, List<Incident> firsts) {
    List<First> rows = firsts.stream().map(one -> new First(one, one.state())).toList();
    return entities.unwrap(Session.class).doReturningWork(connection -> insert(connection, rows));
  }

  private record First(Incident incident, Heard heard) {
    ReportedFacts facts() {
      return heard.facts();
    }
  }

  private static Set<UUID> insert(Connection connection, List<First> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      new Columns<>(connection, statement, rows)
          .ids(row -> row.incident().id())
          .texts(row -> row.incident().policeService())
          .texts(row -> row.incident().jurisdiction())
          .texts(row -> row.incident().externalId())
          .texts(row -> row.incident().zone())
          .codes(row -> row.heard().mode())
          .longs(row -> row.incident().version())
          .longs(row -> row.heard().position().sequence())
          .instants(row -> row.heard().position().asOf())
          .bytes(row -> row.heard().content().bytes())
          .texts(row -> row.facts().type())
          .codes(row -> row.facts().status())
          .codes(row -> row.facts().domestic())
          .codes(row -> row.facts().physical())
          .codes(row -> row.facts().charge())
          .codes(row -> row.facts().arrest())
          .codes(row -> row.facts().released())
          .texts(row -> row.facts().relationship())
          .texts(row -> row.facts().municipality())
          .texts(row -> row.facts().placeKind())
          .integers(row -> row.facts().priority())
          .instants(row -> row.facts().occurredAt())
          .instants(row -> row.heard().receivedAt())
          .bytes(row -> row.incident().sealed());
      Set<UUID> stored = new HashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          stored.add(row.getObject(1, UUID.class));
        }
      }
      return stored;
    }
  }
}
