/** Routing: the decision alone, a fact until its page, and deadlines that fall due together. */
@NullMarked
package org.warmhandoff.bench.routing;

import org.jspecify.annotations.NullMarked;
