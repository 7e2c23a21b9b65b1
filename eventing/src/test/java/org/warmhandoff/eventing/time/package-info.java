@NullMarked
package org.warmhandoff.eventing.time;

import org.jspecify.annotations.NullMarked;
