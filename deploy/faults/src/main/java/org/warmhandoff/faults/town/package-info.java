/** The stack under test, and the levers that reach into it. */
@NullMarked
package org.warmhandoff.faults.town;

import org.jspecify.annotations.NullMarked;
