/**
 * Stands between the services, the broker and the database, so that what connects them can break.
 */
@NullMarked
package org.warmhandoff.faults.proxy;

import org.jspecify.annotations.NullMarked;
