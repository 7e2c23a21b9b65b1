package org.warmhandoff.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent;
import org.warmhandoff.contracts.IncidentEvent.Suspect;

/**
 * Whether workers may come. Only officers say so; a CAD post never does, and where it closes the
 * call it ends what they said ({@code by} is {@link IncidentEvent#THE_SOURCE} then).
 */
public sealed interface Scene {

  /** Whose word on it is the latest; null where there is none. */
  @Nullable UUID by();

  /**
   * When the latest word on it was said, also one that changed nothing; null where there is none.
   */
  @Nullable Instant changedAt();

  /** Nobody has said it is safe, or it was taken back. */
  record NotSafe(@Nullable UUID by, @Nullable Instant changedAt) implements Scene {
    static final NotSafe UNSAID = new NotSafe(null, null);
  }

  /** Safe now, as far as this officer saw. */
  record Safe(UUID by, Instant changedAt, Suspect suspect) implements Scene {}

  /** The officers have left, and "safe" ended with them. */
  record Cleared(UUID by, Instant changedAt) implements Scene {}
}
