/** Sends to addresses that somebody outside has named: judged, signed, and nothing taken in. */
@NullMarked
package org.warmhandoff.outbound;

import org.jspecify.annotations.NullMarked;
