package org.warmhandoff.notification.proving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.notification.Contacts;
import org.warmhandoff.notification.GivenChannel;
import org.warmhandoff.notification.Trials;
import org.warmhandoff.notification.Workers;

/** Sends a code to a telephone or mailbox that a member of staff says is theirs. */
@ApplicationScoped
class BeginTrial {

  private final Workers workers;
  private final Contacts contacts;
  private final Trials trials;

  BeginTrial(Workers workers, Contacts contacts, Trials trials) {
    this.workers = workers;
    this.contacts = contacts;
    this.trials = trials;
  }

  /**
   * Sends it.
   *
   * @param given sms, voice or e-mail
   * @return the channel's id
   * @throws Problem 409 where too many were sent within the hour
   */
  @Transactional
  public UUID begin(UUID staff, GivenChannel given) {
    // two taps at the same moment are one after the other: the second finds the first one's row
    workers.lockedOrNew(staff);
    trials.refuseTooMany(staff);
    String address = Objects.requireNonNull(given.address());
    UUID id =
        contacts
            .find(staff, given.code(), address)
            .map(Contacts.Kept::id)
            .orElseGet(() -> contacts.add(staff, given.code(), address));
    trials.begin(staff, id);
    return id;
  }
}
