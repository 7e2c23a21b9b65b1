package org.warmhandoff.notification.rostering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.notification.Workers;

/** A worker says in which zone their own times are shown. */
@ApplicationScoped
public class ChooseZone {

  private final Workers workers;

  ChooseZone(Workers workers) {
    this.workers = workers;
  }

  /**
   * Chooses it.
   *
   * @param zone IANA zone; null: that of what is shown
   */
  @Transactional
  public void choose(UUID staff, @Nullable ZoneId zone) {
    workers.lockedOrNew(staff).livesIn(zone);
  }
}
