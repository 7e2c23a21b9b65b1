@NullMarked
package org.warmhandoff.simulator.replay;

import org.jspecify.annotations.NullMarked;
