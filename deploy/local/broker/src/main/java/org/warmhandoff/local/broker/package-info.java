/** One real Kafka node, its own controller, in a process of its own. */
@NullMarked
package org.warmhandoff.local.broker;

import org.jspecify.annotations.NullMarked;
