@NullMarked
package org.warmhandoff.bench.routing;

import org.jspecify.annotations.NullMarked;
