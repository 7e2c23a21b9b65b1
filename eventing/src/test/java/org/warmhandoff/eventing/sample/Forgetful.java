package org.warmhandoff.eventing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.warmhandoff.eventing.Recalled;

/** Recalls what it is asked to. */
@ApplicationScoped
public class Forgetful implements Recalled {

  private final Set<UUID> recalled = ConcurrentHashMap.newKeySet();

  /** From now on nothing of it may be told a second time, or late. */
  public void recall(UUID subject) {
    recalled.add(subject);
  }

  @Override
  public Set<UUID> amongst(String topic, String type, Set<UUID> subjects) {
    Set<UUID> these = new HashSet<>(subjects);
    these.retainAll(recalled);
    return these;
  }
}
