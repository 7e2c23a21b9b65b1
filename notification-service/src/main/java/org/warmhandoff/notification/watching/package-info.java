/** Deadlines that fall due, the dispatcher's board, and the reasons for everything. */
@NullMarked
package org.warmhandoff.notification.watching;

import org.jspecify.annotations.NullMarked;
