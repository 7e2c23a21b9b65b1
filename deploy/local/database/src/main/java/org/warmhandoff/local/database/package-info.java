/** A real PostgreSQL server, its databases and roles, in a process of its own. */
@NullMarked
package org.warmhandoff.local.database;

import org.jspecify.annotations.NullMarked;
