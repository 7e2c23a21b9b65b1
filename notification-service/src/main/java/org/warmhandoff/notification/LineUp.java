package org.warmhandoff.notification;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Crews in an order that does not depend on a decision, so that reasons can name them by their
 * place.
 *
 * @param id made of what it holds
 */
record LineUp(UUID id, List<List<UUID>> crews, Map<List<UUID>, Integer> places) {

  private static final Comparator<List<UUID>> ORDER =
      Comparator.comparing(crew -> crew.stream().map(UUID::toString).toList().toString());

  /** The line-up of these crews, in whatever order they are. */
  static LineUp of(String policeService, List<List<UUID>> any) {
    List<List<UUID>> crews = any.stream().map(List::copyOf).sorted(ORDER).toList();
    String whole = policeService + crews;
    return of(UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)), crews);
  }

  /** One that was kept. */
  static LineUp of(UUID id, List<List<UUID>> crews) {
    Map<List<UUID>, Integer> places = new HashMap<>();
    crews.forEach(crew -> places.put(crew, places.size()));
    return new LineUp(id, List.copyOf(crews), Map.copyOf(places));
  }

  /** Whether it is of these crews and no others; each stands there once. */
  boolean isOf(List<List<UUID>> any) {
    if (any.size() != crews.size()) {
      return false;
    }
    for (List<UUID> crew : any) {
      if (!places.containsKey(crew)) {
        return false;
      }
    }
    return true;
  }
}
