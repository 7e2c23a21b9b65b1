package org.warmhandoff.eventing;

import java.util.List;
import java.util.UUID;

/** What a service adds to the walk of an incident; CDI beans of this type are asked. */
public interface TraceSource {

  List<TraceLine> trace(UUID incident);
}
