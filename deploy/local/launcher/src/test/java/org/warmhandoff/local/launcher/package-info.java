/** Tests with real processes, small enough to start in a moment. */
@NullMarked
package org.warmhandoff.local.launcher;

import org.jspecify.annotations.NullMarked;
