package org.warmhandoff.incident.advising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.warmhandoff.incident.Advisories;
import org.warmhandoff.incident.Advisory;

/** A CAD reads what its police service was told since it read last. */
@ApplicationScoped
class ReadAdvisories {

  private final Advisories advisories;

  ReadAdvisories(Advisories advisories) {
    this.advisories = advisories;
  }

  /** Those after this place, at most {@code limit}, in order. */
  @Transactional
  public List<Advisory.Placed> read(String policeService, long after, int limit) {
    return advisories.after(policeService, after, limit);
  }
}
