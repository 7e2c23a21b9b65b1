/** Who is on duty when, and who is away: rotations, the shifts laid out from them, and leave. */
@NullMarked
package org.warmhandoff.notification.rostering;

import org.jspecify.annotations.NullMarked;
