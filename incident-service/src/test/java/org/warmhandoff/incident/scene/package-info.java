@NullMarked
package org.warmhandoff.incident.scene;

import org.jspecify.annotations.NullMarked;
