package org.warmhandoff.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is known of the help for each incident, told by the notification service. */
@ApplicationScoped
public class HelpEntries implements PanacheRepositoryBase<HelpEntry, UUID> {

  /** The same assignment is not looked for twice. */
  private static final String OPEN =
      """
      insert into help (assignment, incident, opened_for, police_service, jurisdiction, audience,
        help_mode, state, staff, changed_at)
      values (:assignment, :incident, :incident, :policeService, :jurisdiction, :audience, :mode,
        :state, '{}', :at)
      on conflict (assignment) do nothing""";

  /** Somebody is looked for, unless that is known. */
  public void open(HelpEntry fresh) {
    fresh.bind(getEntityManager().createNativeQuery(OPEN)).executeUpdate();
  }

  /** The help for incidents that are one. */
  public List<HelpEntry> ofAll(Collection<UUID> incidents) {
    return list("incident in ?1 order by changedAt, assignment", incidents);
  }

  /**
   * What was opened for these goes back with them, before the notification service says so: until
   * then whoever comes would read of persons they do not come for.
   *
   * @param leaving an incident that stands on its own again, and those that are merged into it
   * @param alone which of them goes on for the others
   */
  public void goBack(Collection<UUID> leaving, UUID alone) {
    update("incident = ?1 where openedFor in ?2 and incident not in ?2", alone, leaving);
  }

  /** The help this worker gives in one of these incidents now. */
  public Optional<HelpEntry> givenBy(UUID worker, Collection<UUID> incidents) {
    return ofAll(incidents).stream().filter(help -> help.staff().contains(worker)).findFirst();
  }
}
