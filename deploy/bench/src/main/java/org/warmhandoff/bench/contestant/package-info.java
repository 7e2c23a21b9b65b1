/** What runs in a JVM of its own and is measured: ours and its peers, told the same events. */
@NullMarked
package org.warmhandoff.bench.contestant;

import org.jspecify.annotations.NullMarked;
