/** A real week in a made-up city, played by made-up people. */
@NullMarked
package org.warmhandoff.simulator.demo;

import org.jspecify.annotations.NullMarked;
