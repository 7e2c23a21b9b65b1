/**
 * Telling a topic again from the outbox. Door: {@code /api/v1/republish}. Table: {@code republish};
 * the work itself is the relay's, in {@code outbox}.
 */
@NullMarked
package org.warmhandoff.eventing.republishing;

import org.jspecify.annotations.NullMarked;
