@NullMarked
package org.warmhandoff.incident.admitting;

import org.jspecify.annotations.NullMarked;
