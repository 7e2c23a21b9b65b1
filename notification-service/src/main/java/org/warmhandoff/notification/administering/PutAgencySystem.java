package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.AgencySystem;
import org.warmhandoff.notification.Contacts;
import org.warmhandoff.notification.OwnChannels;
import org.warmhandoff.notification.Workers;

/**
 * A member of staff's agency has a system that calls them. It is used once they have entered a code
 * that came through it: that it reaches them, they alone can say.
 */
@ApplicationScoped
class PutAgencySystem {

  private final Workers workers;
  private final Contacts contacts;
  private final OwnChannels own;

  PutAgencySystem(Workers workers, Contacts contacts, OwnChannels own) {
    this.workers = workers;
    this.contacts = contacts;
    this.own = own;
  }

  /**
   * Puts it in place of the one there was.
   *
   * @return the channel's id
   * @throws Problem 404 where there is no such member of staff
   */
  @Transactional
  public UUID put(UUID staff, AgencySystem system) {
    if (workers.findByIdOptional(staff).isEmpty()) {
      throw Problem.notFound("no-such-staff", "There is no such member of staff.");
    }
    workers.lockedOrNew(staff);
    own.forgetSystem(staff);
    return contacts.add(staff, "webhook", system.kept());
  }
}
