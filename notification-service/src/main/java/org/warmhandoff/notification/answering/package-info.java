/** What workers and supervisors see of their own pages, and what they answer. */
@NullMarked
package org.warmhandoff.notification.answering;

import org.jspecify.annotations.NullMarked;
