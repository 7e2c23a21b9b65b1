/** The public doors: HTTP with tokens, back-off and plain words for refusals. */
@NullMarked
package org.warmhandoff.simulator.door;

import org.jspecify.annotations.NullMarked;
