/** Refusals, told the same way at every door (RFC 9457). */
@NullMarked
package org.warmhandoff.console.problem;

import org.jspecify.annotations.NullMarked;
