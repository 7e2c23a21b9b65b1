/** The one door of the fuzzing to what opens the samples of a CAD. */
@NullMarked
package org.warmhandoff.simulator.check;

import org.jspecify.annotations.NullMarked;
