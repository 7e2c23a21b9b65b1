/** What must hold when it is quiet again. */
@NullMarked
package org.warmhandoff.faults.check;

import org.jspecify.annotations.NullMarked;
