/** Ties a child process to its parent, with nothing but the JDK. */
@NullMarked
package org.warmhandoff.local.leash;

import org.jspecify.annotations.NullMarked;
