/** The outbox relay beside Debezium Engine and gruelbox transaction-outbox. */
@NullMarked
package org.warmhandoff.bench.relay;

import org.jspecify.annotations.NullMarked;
