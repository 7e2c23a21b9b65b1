package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/** What was odd about many first reports, in one statement. */
@ApplicationScoped
class FlagInsert {

  /** A flag is a fact about a post that was answered. */
  private static final String INSERT =
      """
      insert into intake_flag (incident, police_service, jurisdiction, code, flagged_at)
      select incident, police_service, jurisdiction, code, flagged_at
      from unnest(?, ?, ?, ?, ?)
        with ordinality as row (incident, police_service, jurisdiction, code, flagged_at, n)
      order by n""";

  private record Flag(Incident incident, IntakeFlag flag) {}

  void insert(EntityManager entities, Map<Incident, Set<IntakeFlag>> odd, Instant at) {
    List<Flag> rows = new ArrayList<>();
    odd.forEach((incident, flags) -> flags.forEach(flag -> rows.add(new Flag(incident, flag))));
    if (rows.isEmpty()) {
      return;
    }
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
                new Columns<>(connection, statement, rows)
                    .ids(row -> row.incident().id())
                    .texts(row -> row.incident().policeService())
                    .texts(row -> row.incident().jurisdiction())
                    .texts(row -> row.flag().code())
                    .instants(row -> at);
                statement.executeUpdate();
              }
            });
  }
}
