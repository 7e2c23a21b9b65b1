@NullMarked
package org.warmhandoff.incident.intake.reading;

import org.jspecify.annotations.NullMarked;
