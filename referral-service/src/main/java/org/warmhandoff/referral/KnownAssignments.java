package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent.Audience;

@ApplicationScoped
public class KnownAssignments implements PanacheRepositoryBase<KnownAssignment, UUID> {

  /** Whether this worker took an assignment on one of these sides of incidents that are one. */
  public boolean isHeldBy(UUID worker, Collection<UUID> incidents, Set<Audience> sides) {
    return !sides.isEmpty()
        && list("incident in ?1 and audience in ?2", incidents, sides).stream()
            .anyMatch(assignment -> assignment.isHeldBy(worker));
  }

  /** The program that made contact on this side of the incident, the last to do so. */
  public Optional<String> programInContact(Collection<UUID> incidents, Audience side) {
    return find(
            "incident in ?1 and audience = ?2 and contactAt is not null order by contactAt desc",
            incidents,
            side)
        .firstResultOptional()
        .map(KnownAssignment::program);
  }
}
