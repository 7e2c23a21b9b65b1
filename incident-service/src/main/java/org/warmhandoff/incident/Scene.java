package org.warmhandoff.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.IncidentEvent.Suspect;

/** Whether workers may come. Only officers say so; a CAD post never does. */
public sealed interface Scene {

  /** The officer who last changed it; null where none has. */
  @Nullable UUID by();

  /** When an officer last changed it; null where none has. */
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
