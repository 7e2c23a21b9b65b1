/** Intake beside pgbench with the same inserts, and beside a twin written as one would first. */
@NullMarked
package org.warmhandoff.bench.intake;

import org.jspecify.annotations.NullMarked;
