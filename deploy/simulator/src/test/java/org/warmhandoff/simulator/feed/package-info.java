@NullMarked
package org.warmhandoff.simulator.feed;

import org.jspecify.annotations.NullMarked;
