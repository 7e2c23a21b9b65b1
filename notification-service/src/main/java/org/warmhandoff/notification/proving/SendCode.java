package org.warmhandoff.notification.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Contacts;
import org.warmhandoff.notification.Trials;
import org.warmhandoff.notification.Workers;

/** Sends a code, once more or for the first time, to a channel of a member's own. */
@ApplicationScoped
class SendCode {

  private final Workers workers;
  private final Contacts contacts;
  private final Trials trials;

  SendCode(Workers workers, Contacts contacts, Trials trials) {
    this.workers = workers;
    this.contacts = contacts;
    this.trials = trials;
  }

  /**
   * Sends it.
   *
   * @throws Problem 404 where it is not theirs, 409 where too many were sent within the hour
   */
  @Transactional
  public void send(UUID staff, UUID contact) {
    workers.lockedOrNew(staff);
    if (contacts.address(staff, contact).isEmpty()) {
      throw Problem.notFound("no-such-channel", "There is no such channel.");
    }
    trials.refuseTooMany(staff);
    trials.begin(staff, contact);
  }
}
