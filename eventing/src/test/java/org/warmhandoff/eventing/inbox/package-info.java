@NullMarked
package org.warmhandoff.eventing.inbox;

import org.jspecify.annotations.NullMarked;
