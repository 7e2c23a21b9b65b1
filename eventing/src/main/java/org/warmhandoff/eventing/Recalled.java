package org.warmhandoff.eventing;

import java.util.Set;
import java.util.UUID;

/**
 * Which facts must not be told a second time; CDI beans of this type are asked when a topic is
 * published again.
 */
public interface Recalled {

  /** Of these aggregates, those whose fact of this type stays untold now. */
  Set<UUID> amongst(String topic, String type, Set<UUID> subjects);
}
