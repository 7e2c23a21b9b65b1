/** The system side by side with its peers, each doing the same work on the same ground. */
@NullMarked
package org.warmhandoff.bench;

import org.jspecify.annotations.NullMarked;
