/** Creates topics, users and grants on a Kafka cluster, from the one list in contracts. */
@NullMarked
package org.warmhandoff.local.provision;

import org.jspecify.annotations.NullMarked;
