/**
 * From a use case's transaction to the topic.
 *
 * <p>In: {@link org.warmhandoff.eventing.Outbox#tell}. Out: Kafka. Tables: {@code outbox} (append
 * only), {@code outbox_cursor} (one row, moved by the one relay that leads), {@code outbox_held}
 * (facts whose topic does not take them yet).
 */
@NullMarked
package org.warmhandoff.eventing.outbox;

import org.jspecify.annotations.NullMarked;
