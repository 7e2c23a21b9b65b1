@NullMarked
package org.warmhandoff.bench.linkage;

import org.jspecify.annotations.NullMarked;
