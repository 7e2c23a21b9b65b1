/** The one door of the benchmark into the vault's own package: its linkage, without a database. */
@NullMarked
package org.warmhandoff.incident;

import org.jspecify.annotations.NullMarked;
