/**
 * A local stack from outside: starting it, moving its clock, hearing its topics, waiting for quiet.
 */
@NullMarked
package org.warmhandoff.simulator.stack;

import org.jspecify.annotations.NullMarked;
