/** Where a human links persons, undoes a link, and works through what might be one. */
@NullMarked
package org.warmhandoff.incident.linking;

import org.jspecify.annotations.NullMarked;
