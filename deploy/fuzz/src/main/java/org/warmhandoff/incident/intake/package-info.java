/** The one door of the fuzzing into intake's own package: its readers, without a server. */
@NullMarked
package org.warmhandoff.incident.intake;

import org.jspecify.annotations.NullMarked;
