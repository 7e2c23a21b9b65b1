@NullMarked
package org.warmhandoff.bench.contestant;

import org.jspecify.annotations.NullMarked;
