package org.warmhandoff.local.telephones;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The last messages that were taken. They are gone when the process ends. */
final class Outbox {

  private static final int KEPT = 200;

  private final Map<String, Sent> byKey = new LinkedHashMap<>();

  /**
   * Takes one.
   *
   * @return the one that is kept: the first under its key
   */
  synchronized Sent take(Sent sent) {
    Sent before = byKey.putIfAbsent(sent.key(), sent);
    if (byKey.size() > KEPT) {
      byKey.remove(byKey.keySet().iterator().next());
    }
    return before == null ? sent : before;
  }

  synchronized void change(String key, UnaryOperator<Sent> change) {
    byKey.computeIfPresent(key, (same, sent) -> change.apply(sent));
  }

  synchronized Optional<Sent> find(String id) {
    return byKey.values().stream().filter(sent -> sent.id().equals(id)).findFirst();
  }

  /** The latest first. */
  synchronized List<Sent> latest() {
    return new ArrayList<>(byKey.values()).reversed();
  }
}
