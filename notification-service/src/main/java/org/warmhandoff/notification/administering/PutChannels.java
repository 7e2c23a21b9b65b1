package org.warmhandoff.notification.administering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.notification.Channel;
import org.warmhandoff.notification.Workers;

/** Replaces the channels a member of staff can be reached on. */
@ApplicationScoped
public class PutChannels {

  private final Workers workers;

  PutChannels(Workers workers) {
    this.workers = workers;
  }

  @Transactional
  public void put(UUID staff, List<Channel> channels) {
    workers.lockedOrNew(staff).reachableBy(channels);
  }
}
