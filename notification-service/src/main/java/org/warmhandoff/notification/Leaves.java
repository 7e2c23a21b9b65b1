package org.warmhandoff.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Who is away, and when. */
@ApplicationScoped
public class Leaves implements PanacheRepositoryBase<Leave, UUID> {

  private final StatelessSession reading;

  Leaves(StatelessSession reading) {
    this.reading = reading;
  }

  /** Who of these is on leave at this instant. */
  public Set<UUID> away(Collection<UUID> staff, Instant now) {
    if (staff.isEmpty()) {
      return Set.of();
    }
    List<UUID> away =
        reading
            .createSelectionQuery(
                "select staff from Leave where staff in :staff and starts <= :now and ends > :now"
                    + " and calledOffAt is null",
                UUID.class)
            .setParameterList("staff", staff)
            .setParameter("now", now)
            .getResultList();
    return Set.copyOf(away);
  }
}
