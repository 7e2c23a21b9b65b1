/**
 * The whole stack as it is packaged: the journey of one incident, faults, and what must not leak.
 */
@NullMarked
package org.warmhandoff.e2e;

import org.jspecify.annotations.NullMarked;
