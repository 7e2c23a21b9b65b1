@NullMarked
package org.warmhandoff.simulator.trace;

import org.jspecify.annotations.NullMarked;
