/** How each fault is done to the running stack. */
@NullMarked
package org.warmhandoff.faults.injure;

import org.jspecify.annotations.NullMarked;
