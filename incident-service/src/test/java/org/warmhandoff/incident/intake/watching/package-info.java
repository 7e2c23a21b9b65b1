@NullMarked
package org.warmhandoff.incident.intake.watching;

import org.jspecify.annotations.NullMarked;
