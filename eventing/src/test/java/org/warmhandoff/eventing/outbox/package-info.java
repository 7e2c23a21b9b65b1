@NullMarked
package org.warmhandoff.eventing.outbox;

import org.jspecify.annotations.NullMarked;
