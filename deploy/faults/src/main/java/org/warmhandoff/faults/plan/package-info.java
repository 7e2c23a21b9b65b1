/** What is to happen in a schedule, drawn from its seed. */
@NullMarked
package org.warmhandoff.faults.plan;

import org.jspecify.annotations.NullMarked;
