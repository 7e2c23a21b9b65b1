package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Shifts that are offered, by the shift's id. */
@ApplicationScoped
public class ShiftOffers implements PanacheRepositoryBase<ShiftOffer, UUID> {

  /** The offers of these shifts. */
  public List<ShiftOffer> among(Collection<UUID> shifts) {
    return shifts.isEmpty() ? List.of() : list("shift in ?1", shifts);
  }
}
