package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is known of the help for each incident, told by the notification service. */
@ApplicationScoped
public class HelpEntries implements PanacheRepositoryBase<HelpEntry, UUID> {

  public List<HelpEntry> of(UUID incident) {
    return list("incident = ?1 order by changedAt, assignment", incident);
  }

  /** The help this worker gives in an incident now. */
  public Optional<HelpEntry> givenBy(UUID worker, UUID incident) {
    return of(incident).stream().filter(help -> help.staff().contains(worker)).findFirst();
  }
}
