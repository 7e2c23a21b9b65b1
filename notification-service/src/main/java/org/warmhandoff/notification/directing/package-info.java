/** What dispatchers and supervisors do to help by hand: call it off, or pass it on. */
@NullMarked
package org.warmhandoff.notification.directing;

import org.jspecify.annotations.NullMarked;
