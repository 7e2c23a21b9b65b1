/** The one door of the benchmark into the relay's own package, whose classes CDI would make. */
@NullMarked
package org.warmhandoff.eventing.outbox;

import org.jspecify.annotations.NullMarked;
