@NullMarked
package org.warmhandoff.bench.relay;

import org.jspecify.annotations.NullMarked;
