@NullMarked
package org.warmhandoff.eventing.flow;

import org.jspecify.annotations.NullMarked;
