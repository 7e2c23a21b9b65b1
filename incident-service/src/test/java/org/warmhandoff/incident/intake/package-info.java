@NullMarked
package org.warmhandoff.incident.intake;

import org.jspecify.annotations.NullMarked;
