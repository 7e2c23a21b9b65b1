/** Record linkage over a made-up population whose truth is known. */
@NullMarked
package org.warmhandoff.bench.linkage;

import org.jspecify.annotations.NullMarked;
