/** Where what sources say of incidents that belong together takes effect. */
@NullMarked
package org.warmhandoff.incident.belonging;

import org.jspecify.annotations.NullMarked;
