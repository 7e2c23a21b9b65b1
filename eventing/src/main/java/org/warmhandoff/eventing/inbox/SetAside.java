package org.warmhandoff.eventing.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the quarantine, without its content.
 *
 * @param behind the record it stands behind; null for one that can be acted on
 * @param waiting how many stand behind it
 * @param edition raised by each change; to be said again by whoever acts on it
 */
public record SetAside(
    long number,
    String consumer,
    String topic,
    int partition,
    long offset,
    @Nullable UUID id,
    @Nullable UUID subject,
    @Nullable Long version,
    String reason,
    @Nullable Long behind,
    long waiting,
    int edition,
    Instant setAsideAt) {

  /** The same, where its version is not to be shown. */
  public SetAside withoutVersion() {
    return new SetAside(
        number,
        consumer,
        topic,
        partition,
        offset,
        id,
        subject,
        null,
        reason,
        behind,
        waiting,
        edition,
        setAsideAt);
  }
}
