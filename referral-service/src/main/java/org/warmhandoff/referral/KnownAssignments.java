package org.warmhandoff.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.warmhandoff.contracts.AssignmentEvent.Audience;

@ApplicationScoped
public class KnownAssignments implements PanacheRepositoryBase<KnownAssignment, UUID> {

  /** The program that made contact on this side of the incident, the last to do so. */
  public Optional<String> programInContact(UUID incident, Audience side) {
    return find(
            "incident = ?1 and audience = ?2 and contactAt is not null order by contactAt desc",
            incident,
            side)
        .firstResultOptional()
        .map(KnownAssignment::program);
  }
}
