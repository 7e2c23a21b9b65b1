/**
 * Programs that use Warm Handoff from outside, through its public doors alone: replay, demo, trace.
 */
@NullMarked
package org.warmhandoff.simulator;

import org.jspecify.annotations.NullMarked;
