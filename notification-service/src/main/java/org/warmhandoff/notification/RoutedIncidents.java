package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.warmhandoff.contracts.Mode;

/** Incidents as routing knows them. */
@ApplicationScoped
public class RoutedIncidents implements PanacheRepositoryBase<RoutedIncident, UUID> {

  /** The incident, locked until the transaction ends. */
  public Optional<RoutedIncident> locked(UUID incident) {
    return findByIdOptional(incident, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * The incident something belongs to, locked: it may have moved to another while the lock was
   * waited for.
   *
   * @param belongsTo reads which one that is
   */
  public Optional<RoutedIncident> lockedFor(Supplier<Optional<UUID>> belongsTo) {
    Optional<UUID> asked = belongsTo.get();
    while (asked.isPresent()) {
      Optional<RoutedIncident> locked = locked(asked.get());
      Optional<UUID> now = belongsTo.get();
      if (now.equals(asked)) {
        return locked;
      }
      asked = now;
    }
    return Optional.empty();
  }

  /** These, in the order of their ids; their locks are the one's that goes on for them. */
  List<RoutedIncident> of(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("incident in ?1 order by incident", ids);
  }

  /** Live incidents that something was heard of since then, the latest first. */
  public List<RoutedIncident> heardOfSince(Instant since, Collection<String> services, int most) {
    return find(
            "mode = ?1 and mergedInto is null and policeService in ?2 and changedAt >= ?3"
                + " order by changedAt desc",
            Mode.LIVE,
            services,
            since)
        .page(0, most)
        .list();
  }

  /** Incidents of a police service whose live help was wanted by a fact that came too late. */
  public List<RoutedIncident> stale(String policeService) {
    return list("policeService = ?1 and staleProgram is not null", policeService);
  }
}
