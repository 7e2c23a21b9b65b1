/** Makes a copy of the built programs with the points in it, or with a fault of the past. */
@NullMarked
package org.warmhandoff.faults.weave;

import org.jspecify.annotations.NullMarked;
