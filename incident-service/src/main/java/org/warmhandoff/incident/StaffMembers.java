package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** The members of staff of every police service and agency. */
@ApplicationScoped
public class StaffMembers implements PanacheRepositoryBase<StaffMember, UUID> {

  public Optional<StaffMember> locked(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** These members of staff and everyone who shares a unit with one of them. */
  List<UUID> withTheirUnits(Collection<UUID> staff) {
    if (staff.isEmpty()) {
      return List.of();
    }
    TreeSet<UUID> all = new TreeSet<>(staff);
    all.addAll(
        getEntityManager()
            .createQuery(
                """
                select mate.id from StaffMember named, StaffMember mate
                where named.id in :staff and mate.organisation = named.organisation
                  and mate.unit = named.unit""",
                UUID.class)
            .setParameter("staff", staff)
            .getResultList());
    return List.copyOf(all);
  }
}
