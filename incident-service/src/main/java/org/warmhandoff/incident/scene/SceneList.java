package org.warmhandoff.incident.scene;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.incident.LocalTime;

/**
 * A page of open incidents as it is shown.
 *
 * @param officer whose page it is, by staff id
 */
record SceneList(List<Entry> entries, int page, boolean more, UUID officer) {

  /** One incident of the list; {@code scene} is not-safe, safe or cleared. */
  record Entry(
      UUID id,
      String externalId,
      String type,
      @Nullable String municipality,
      LocalTime received,
      String scene,
      boolean test) {}

  public boolean earlier() {
    return page > 0;
  }
}
