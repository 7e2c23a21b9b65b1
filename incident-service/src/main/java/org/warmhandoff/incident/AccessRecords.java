package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The reads of the vault; written and read, never changed. */
@ApplicationScoped
public class AccessRecords implements PanacheRepositoryBase<AccessRecord, Long> {

  /** The reads that were made within one incident, in order. */
  public List<AccessRecord> within(UUID incident) {
    return list("incident = ?1 order by id", incident);
  }
}
