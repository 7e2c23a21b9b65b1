package org.warmhandoff.incident.scene;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;

/** Which victim an officer speaks of. */
final class Victims {

  private Victims() {}

  /**
   * The one that was chosen, or the only one there is; null where that cannot be told.
   *
   * @throws Problem 422 where that person is no victim of the incident
   */
  static @Nullable UUID chosen(List<UUID> victims, @Nullable UUID victim) {
    if (victim == null) {
      return victims.size() == 1 ? victims.getFirst() : null;
    }
    if (!victims.contains(victim)) {
      throw Problem.wrong("no-such-victim", "This person is no victim of this incident.")
          .at("/victim");
    }
    return victim;
  }
}
