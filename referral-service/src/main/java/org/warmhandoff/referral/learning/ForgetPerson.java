package org.warmhandoff.referral.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.referral.Consents;
import org.warmhandoff.referral.ErasedPersons;
import org.warmhandoff.referral.Place;

/** From this commit on nothing of the person can be read or referred. */
@ApplicationScoped
class ForgetPerson {

  private final ErasedPersons erased;
  private final Consents consents;

  ForgetPerson(ErasedPersons erased, Consents consents) {
    this.erased = erased;
    this.consents = consents;
  }

  @Transactional
  public void forget(Head head, UUID person) {
    // A read decides under its consent's lock: it is registered before this commit, or refused.
    consents.lockOf(person);
    erased.add(
        person, new Place(head.policeService(), head.jurisdiction(), head.mode()), head.time());
  }
}
