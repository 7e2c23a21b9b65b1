/**
 * From the topic to a handler's transaction.
 *
 * <p>In: {@link org.warmhandoff.eventing.Inbox#take}. Out: {@link
 * org.warmhandoff.eventing.Handler}. Tables: {@code inbox} (what was taken), {@code
 * aggregate_progress} (how far each aggregate is), {@code parked} (what came too early), {@code
 * quarantine} (what cannot be handled, and what stands behind it).
 */
@NullMarked
package org.warmhandoff.eventing.inbox;

import org.jspecify.annotations.NullMarked;
