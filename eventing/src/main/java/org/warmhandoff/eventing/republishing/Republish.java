package org.warmhandoff.eventing.republishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A topic that is, or was, told again.
 *
 * @param topic null for every topic of this service
 * @param from facts recorded from this wall-clock instant on
 * @param askedBy the name the account signs in with
 * @param sent how many were told again so far
 * @param leftOut how many were not, because they must not be told a second time
 * @param done from 0 to 1
 * @param finishedAt null while it is under way
 */
public record Republish(
    long number,
    @Nullable String topic,
    Instant from,
    String askedBy,
    Instant askedAt,
    long sent,
    long leftOut,
    double done,
    @Nullable Instant finishedAt) {}
