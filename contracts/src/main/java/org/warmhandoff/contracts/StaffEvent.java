package org.warmhandoff.contracts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Told by the incident service on {@code staff.events.v1}, keyed by staff member. */
public sealed interface StaffEvent extends Event {

  UUID staff();

  /**
   * A member of staff joined, or what is known of them changed; the whole state.
   *
   * @param organisation code of the police service or agency they belong to
   * @param unit code of their unit, if they have one
   * @param languages BCP 47 tags
   */
  record StaffRegistered(
      UUID staff,
      Kind kind,
      String organisation,
      @Nullable String unit,
      List<String> languages,
      boolean active)
      implements StaffEvent {
    public StaffRegistered {
      languages = List.copyOf(languages);
    }
  }

  /** The work someone does. */
  enum Kind {
    OFFICER,
    SOCIAL_WORKER,
    OUTREACH_WORKER,
    SUPERVISOR,
    DISPATCHER
  }
}
