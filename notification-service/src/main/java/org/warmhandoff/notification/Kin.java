package org.warmhandoff.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentFacts;

/**
 * What ties an incident to others.
 *
 * @param own what its own source says of it; null where nothing was merged into it, and its view
 *     says no more than that
 * @param merged every incident it goes on for, also those that were merged into one of them
 * @param splitOff incidents that were split off it
 * @param linked incidents it is linked with, whichever of the two sources said so
 */
public record Kin(
    @Nullable IncidentFacts own, List<UUID> merged, List<UUID> splitOff, List<UUID> linked) {

  static final Kin NONE = new Kin(null, List.of(), List.of(), List.of());

  public Kin {
    merged = List.copyOf(merged);
    splitOff = List.copyOf(splitOff);
    linked = List.copyOf(linked);
  }
}
