/** The real database and broker a benchmark runs on, and the processes it starts. */
@NullMarked
package org.warmhandoff.bench.ground;

import org.jspecify.annotations.NullMarked;
