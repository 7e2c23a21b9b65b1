package org.warmhandoff.incident.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.eventing.TraceLine;
import org.warmhandoff.eventing.TraceSource;

/** The incident's own lines: the scene, odd reports, reads of the vault. */
@ApplicationScoped
class IncidentTrace implements TraceSource {

  private final TellWalk tellWalk;

  IncidentTrace(TellWalk tellWalk) {
    this.tellWalk = tellWalk;
  }

  @Override
  public List<TraceLine> trace(UUID incident) {
    return tellWalk.tell(incident);
  }
}
