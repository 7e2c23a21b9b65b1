/**
 * Telling facts and hearing them, the only runtime code the services share.
 *
 * <p>In: a use case tells an {@link org.warmhandoff.eventing.Outbox}; a consumer hands its batch to
 * the {@link org.warmhandoff.eventing.Inbox}, which calls its {@link
 * org.warmhandoff.eventing.Handler}. Out: topics of {@code contracts.Topics}. This package is what
 * a service sees; how it is done is in {@code outbox}, {@code inbox} and {@code wire}.
 */
@NullMarked
package org.warmhandoff.eventing;

import org.jspecify.annotations.NullMarked;
