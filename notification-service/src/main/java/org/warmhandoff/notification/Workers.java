package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Staff, by id. */
@ApplicationScoped
public class Workers implements PanacheRepositoryBase<WorkerRow, UUID> {

  private final StatelessSession reading;
  private final Map<UUID, Read> read = new ConcurrentHashMap<>();

  /** A worker as they were read from one version of their row. */
  private record Read(String version, Worker worker) {}

  /**
   * A worker as routing sees them.
   *
   * @param idleSince when they were last called on; null: never
   */
  public record Seen(Worker worker, @Nullable Instant idleSince) {}

  Workers(StatelessSession reading) {
    this.reading = reading;
  }

  /** The row, made where there is none yet: channels and registration come in any order. */
  public WorkerRow lockedOrNew(UUID id) {
    getEntityManager()
        // Registration and channels may arrive at the same moment; one of them makes the row.
        .createNativeQuery(
            "insert into worker (id, active, channels, languages, skills, police_service, jurisdiction)"
                + " values (:id, false, '[]', '[]', '[]', '', '') on conflict do nothing")
        .setParameter("id", id)
        .executeUpdate();
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * The same, for routing: what a row says is taken apart once for each version of it, since a
   * roster hardly changes between two decisions.
   */
  @SuppressWarnings("unchecked")
  public List<Seen> seen(Collection<UUID> ids) {
    List<Object[]> rows =
        ids.isEmpty()
            ? List.of()
            : getEntityManager()
                // Of hundreds of workers only those whose row is another one now are read whole.
                .createNativeQuery(
                    "select id, idle_since, cast(xmin as text) || cast(ctid as text) as version"
                        + " from worker where id = any (cast(:ids as uuid[]))")
                .setParameter("ids", Ids.array(ids))
                .getResultList();
    Map<UUID, String> changed = new HashMap<>();
    for (Object[] row : rows) {
      Read before = read.get((UUID) row[0]);
      if (before == null || !before.version().equals(row[2])) {
        changed.put((UUID) row[0], (String) row[2]);
      }
    }
    // read after its version, what is kept is never older than that
    among(changed.keySet())
        .forEach(
            row ->
                read.put(
                    row.id(),
                    new Read(Objects.requireNonNull(changed.get(row.id())), row.worker())));
    List<Seen> seen = new ArrayList<>();
    for (Object[] row : rows) {
      if (read.get((UUID) row[0]) instanceof Read one) {
        seen.add(new Seen(one.worker(), (Instant) row[1]));
      }
    }
    return seen;
  }

  /**
   * As they are in the database at this moment, to be read only: a whole roster that the
   * transaction watches for changes would be compared before each of its statements, and what
   * another decision of it wrote would not be seen.
   */
  public List<WorkerRow> among(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : reading
            .createSelectionQuery("from WorkerRow where id in :ids", WorkerRow.class)
            .setParameterList("ids", ids)
            .getResultList();
  }
}
