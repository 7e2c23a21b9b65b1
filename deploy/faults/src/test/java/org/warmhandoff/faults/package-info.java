/** Tests of the harness itself, and the schedules that every build runs. */
@NullMarked
package org.warmhandoff.faults;

import org.jspecify.annotations.NullMarked;
