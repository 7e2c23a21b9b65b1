/** The one door of the benchmark into routing's own package: the decision, without a database. */
@NullMarked
package org.warmhandoff.notification;

import org.jspecify.annotations.NullMarked;
