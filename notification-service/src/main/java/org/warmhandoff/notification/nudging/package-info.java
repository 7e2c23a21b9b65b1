/** Open pages, told that they should look again. */
@NullMarked
package org.warmhandoff.notification.nudging;

import org.jspecify.annotations.NullMarked;
