package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class ConsentEntries implements PanacheRepositoryBase<ConsentEntry, Long> {

  public List<ConsentEntry> ofIncident(UUID incident) {
    return list("incident = ?1 order by number", incident);
  }
}
