/** The walk of one incident through the four services. */
@NullMarked
package org.warmhandoff.simulator.trace;

import org.jspecify.annotations.NullMarked;
