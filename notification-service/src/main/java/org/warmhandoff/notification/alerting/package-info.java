/** What a worker tells police at once, who must know of it, and what is said of it afterwards. */
@NullMarked
package org.warmhandoff.notification.alerting;

import org.jspecify.annotations.NullMarked;
