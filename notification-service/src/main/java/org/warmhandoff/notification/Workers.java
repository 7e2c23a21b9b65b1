package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Staff, by id. */
@ApplicationScoped
public class Workers implements PanacheRepositoryBase<WorkerRow, UUID> {

  private final StatelessSession reading;

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
