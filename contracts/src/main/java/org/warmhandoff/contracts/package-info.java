/** Every fact Warm Handoff tells: event records, topics and who may touch them. Plain Java. */
@NullMarked
package org.warmhandoff.contracts;

import org.jspecify.annotations.NullMarked;
