package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.contracts.Mode;

@ApplicationScoped
public class KnownIncidents implements PanacheRepositoryBase<KnownIncident, UUID> {

  /** Under its lock, so that one agency cannot be sent both sides of it at once. */
  public Optional<KnownIncident> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * Where rows about an incident belong: with the incident where it is known, else with the police
   * service given, whose jurisdiction its other incidents tell.
   */
  public Place placeOf(UUID incident, String policeService) {
    return findByIdOptional(incident)
        .map(KnownIncident::place)
        .orElseGet(
            () ->
                new Place(
                    policeService,
                    find("policeService", policeService)
                        .firstResultOptional()
                        .map(known -> known.place().jurisdiction())
                        .orElse(""),
                    Mode.LIVE));
  }
}
