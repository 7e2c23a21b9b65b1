/** What this service adds to the walk of an incident. */
@NullMarked
package org.warmhandoff.incident.timeline;

import org.jspecify.annotations.NullMarked;
