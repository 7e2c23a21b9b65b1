/**
 * The business clock. In: the database's clock, or a clock file that the launcher or the simulator
 * moves. Out: the {@code InstantSource} bean of every service. Moves business time alone, never
 * tokens, back-off or Kafka timestamps.
 */
@NullMarked
package org.warmhandoff.eventing.time;

import org.jspecify.annotations.NullMarked;
