/** Feeds a file of incidents through the public intake, and can be stopped and resumed. */
@NullMarked
package org.warmhandoff.simulator.replay;

import org.jspecify.annotations.NullMarked;
