/** What the notification service tells of help, cut down to what police may see. */
@NullMarked
package org.warmhandoff.incident.helping;

import org.jspecify.annotations.NullMarked;
