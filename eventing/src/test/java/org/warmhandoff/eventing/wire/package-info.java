@NullMarked
package org.warmhandoff.eventing.wire;

import org.jspecify.annotations.NullMarked;
