package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.warmhandoff.notification.OwnChannels;
import org.warmhandoff.notification.Workers;

/** A member of staff is called through no system of their agency's any more. */
@ApplicationScoped
class RemoveAgencySystem {

  private final Workers workers;
  private final OwnChannels own;

  RemoveAgencySystem(Workers workers, OwnChannels own) {
    this.workers = workers;
    this.own = own;
  }

  /** Takes it away; nothing where there is none. */
  @Transactional
  public void remove(UUID staff) {
    if (workers.findByIdOptional(staff).isPresent()) {
      workers.lockedOrNew(staff);
      own.forgetSystem(staff);
    }
  }
}
