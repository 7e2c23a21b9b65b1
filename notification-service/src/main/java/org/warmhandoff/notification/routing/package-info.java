/** Facts of incidents and consents come in; programs are weighed and workers paged. */
@NullMarked
package org.warmhandoff.notification.routing;

import org.jspecify.annotations.NullMarked;
