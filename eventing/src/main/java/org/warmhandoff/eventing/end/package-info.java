/** Ending a process that can do no more good, so that its supervisor starts it anew. */
@NullMarked
package org.warmhandoff.eventing.end;

import org.jspecify.annotations.NullMarked;
