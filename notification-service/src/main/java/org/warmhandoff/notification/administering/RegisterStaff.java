package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.warmhandoff.contracts.StaffEvent.StaffRegistered;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.notification.Workers;

/** Keeps what routing needs of a member of staff. */
@ApplicationScoped
public class RegisterStaff {

  private final Workers workers;

  RegisterStaff(Workers workers) {
    this.workers = workers;
  }

  @Transactional
  public void register(Head head, StaffRegistered registered) {
    workers
        .lockedOrNew(registered.staff())
        .registered(registered, head.policeService(), head.jurisdiction());
  }
}
