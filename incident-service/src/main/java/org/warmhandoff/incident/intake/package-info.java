/** How incidents come in: one by one as they happen, or as history in bulk. */
@NullMarked
package org.warmhandoff.incident.intake;

import org.jspecify.annotations.NullMarked;
