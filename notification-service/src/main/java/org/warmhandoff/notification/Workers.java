package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.StatelessSession;
import org.warmhandoff.eventing.OneColumn;

/** Staff, by id. */
@ApplicationScoped
public class Workers implements PanacheRepositoryBase<WorkerRow, UUID> {

  /** Another one as soon as the row is written anew; locking it changes nothing. */
  static final String VERSION = "cast(w.xmin as text) || cast(w.ctid as text)";

  private final StatelessSession reading;
  private final Map<UUID, Read> read = new ConcurrentHashMap<>();

  /**
   * A worker as they were read from one version of their row.
   *
   * @param asOf what the table's rows were when that was looked at last
   */
  private record Read(String version, long asOf, Worker worker) {
    Read at(long rows) {
      return new Read(version, rows, worker);
    }
  }

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
   * The same, for routing: a roster hardly changes between two decisions, so that the database is
   * asked for those alone whose row is another one than was read here before. No row of a worker is
   * ever deleted.
   */
  public List<Worker> seen(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    long rows =
        OneColumn.of(
                getEntityManager(),
                // Where no row is another one than before, none is looked at by itself.
                "select " + Glance.ROWS_OF_WORKERS + " as rows",
                "rows",
                Long.class)
            .getSingleResult();
    return seen(ids, rows);
  }

  /**
   * The same.
   *
   * @param rows what stands for all rows of the table at this moment, or a moment ago
   */
  List<Worker> seen(Collection<UUID> ids, long rows) {
    List<UUID> asked =
        ids.stream()
            .filter(id -> !(read.get(id) instanceof Read known) || known.asOf() != rows)
            .toList();
    if (!asked.isEmpty()) {
      look(asked, rows);
    }
    List<Worker> seen = new ArrayList<>(ids.size());
    for (UUID id : ids) {
      if (read.get(id) instanceof Read one) {
        seen.add(one.worker());
      }
    }
    return seen;
  }

  @SuppressWarnings("unchecked")
  private void look(List<UUID> ids, long rows) {
    List<Object[]> changed =
        getEntityManager()
            // Of hundreds of workers only those whose row is another one now are read at all.
            .createNativeQuery(
                "select w.id, "
                    + VERSION
                    + " as version from worker w join unnest(cast(:ids as uuid[]), cast(:versions as text[]))"
                    + " as known (id, version) on known.id = w.id where known.version <> "
                    + VERSION)
            .setParameter("ids", Ids.array(ids))
            .setParameter("versions", versions(ids))
            .getResultList();
    Map<UUID, String> versions = new HashMap<>();
    changed.forEach(row -> versions.put((UUID) row[0], (String) row[1]));
    // what was not another one is as it was; read after its version, what is kept is never older
    ids.forEach(id -> read.computeIfPresent(id, (same, known) -> known.at(rows)));
    among(versions.keySet())
        .forEach(
            row ->
                read.put(
                    row.id(),
                    new Read(Objects.requireNonNull(versions.get(row.id())), rows, row.worker())));
  }

  private String versions(Collection<UUID> ids) {
    StringBuilder versions = new StringBuilder("{");
    for (UUID id : ids) {
      Read known = read.get(id);
      versions.append(versions.length() == 1 ? "\"" : ",\"");
      versions.append(known == null ? "" : known.version()).append('"');
    }
    return versions.append('}').toString();
  }

  /** As they are in the database at this moment. */
  public List<Worker> named(Collection<UUID> ids) {
    return among(ids).stream().map(WorkerRow::worker).toList();
  }

  /**
   * Those whose rows the present transaction has locked.
   *
   * @param versions of their rows, by their ids
   */
  List<Worker> locked(Map<UUID, String> versions) {
    List<Worker> known = new ArrayList<>();
    for (Map.Entry<UUID, String> one : versions.entrySet()) {
      if (read.get(one.getKey()) instanceof Read seen && seen.version().equals(one.getValue())) {
        known.add(seen.worker());
      }
    }
    return known.size() == versions.size() ? known : named(versions.keySet());
  }

  /** The same, each by their id. */
  public Map<UUID, Worker> byId(Collection<UUID> ids) {
    Map<UUID, Worker> byId = new HashMap<>();
    among(ids).forEach(row -> byId.put(row.id(), row.worker()));
    return byId;
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
