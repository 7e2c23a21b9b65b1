package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Incidents as routing knows them. */
@ApplicationScoped
public class RoutedIncidents implements PanacheRepositoryBase<RoutedIncident, UUID> {

  /** The incident, locked until the transaction ends. */
  public Optional<RoutedIncident> locked(UUID incident) {
    return findByIdOptional(incident, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Incidents of a police service whose live help was wanted by a fact that came too late. */
  public List<RoutedIncident> stale(String policeService) {
    return list("policeService = ?1 and staleProgram is not null", policeService);
  }
}
