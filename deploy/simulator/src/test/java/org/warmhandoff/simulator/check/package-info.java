@NullMarked
package org.warmhandoff.simulator.check;

import org.jspecify.annotations.NullMarked;
