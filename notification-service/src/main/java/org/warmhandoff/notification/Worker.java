package org.warmhandoff.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as routing sees one.
 *
 * @param organisation code of the agency or police service; null until registration was heard of
 * @param active whether they may be paged at all
 */
public record Worker(
    UUID id,
    @Nullable String organisation,
    @Nullable String unit,
    boolean active,
    List<Channel> channels) {

  public Worker {
    channels = List.copyOf(channels);
  }

  public boolean reachable() {
    for (Channel channel : channels) {
      if (channel.verified()) {
        return true;
      }
    }
    return false;
  }

  /** Whether both belong to one unit of one organisation. */
  public boolean sharesUnitWith(Worker other) {
    return organisation != null
        && unit != null
        && organisation.equals(other.organisation)
        && unit.equals(other.unit);
  }
}
