/** Notices on their way to the telephones of staff: claimed, sent outside of any transaction. */
@NullMarked
package org.warmhandoff.notification.delivering;

import org.jspecify.annotations.NullMarked;
