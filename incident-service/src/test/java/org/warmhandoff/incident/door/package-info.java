/** Every door of the service on the real broker, database and identity provider. */
@NullMarked
package org.warmhandoff.incident.door;

import org.jspecify.annotations.NullMarked;
