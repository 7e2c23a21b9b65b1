/**
 * Breaks the whole stack on purpose by seeded schedules, and checks that nothing was lost, doubled
 * or told too late.
 */
@NullMarked
package org.warmhandoff.faults;

import org.jspecify.annotations.NullMarked;
