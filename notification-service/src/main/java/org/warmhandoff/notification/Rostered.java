package org.warmhandoff.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who are called on together, and when they are on duty around now. */
public record Rostered(Decision.Crew crew, List<Duty> duties) {
  public Rostered {
    duties = List.copyOf(duties);
  }

  /** What they are on duty for at this instant; null: off duty. */
  public @Nullable Duty at(Instant now) {
    for (Duty duty : duties) {
      if (duty.span().contains(now)) {
        return duty;
      }
    }
    return null;
  }
}
