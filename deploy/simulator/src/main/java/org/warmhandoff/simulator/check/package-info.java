/** {@code check-cad}: what intake makes of an integrator's samples. */
@NullMarked
package org.warmhandoff.simulator.check;

import org.jspecify.annotations.NullMarked;
