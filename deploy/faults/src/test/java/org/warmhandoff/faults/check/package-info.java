/** Tests of the check. */
@NullMarked
package org.warmhandoff.faults.check;

import org.jspecify.annotations.NullMarked;
