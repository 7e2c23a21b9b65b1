@NullMarked
package org.warmhandoff.bench.posting;

import org.jspecify.annotations.NullMarked;
