package org.warmhandoff.notification.watching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.warmhandoff.eventing.TraceLine;
import org.warmhandoff.eventing.TraceSource;

/** What routing adds to the walk of an incident. */
@ApplicationScoped
public class RoutingTrace implements TraceSource {

  private final TellWalk tellWalk;

  RoutingTrace(TellWalk tellWalk) {
    this.tellWalk = tellWalk;
  }

  @Override
  public List<TraceLine> trace(UUID incident) {
    return tellWalk.tell(incident);
  }
}
