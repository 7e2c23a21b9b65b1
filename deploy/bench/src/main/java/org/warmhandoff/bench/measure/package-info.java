/** Arithmetic of the benchmarks: processor time, percentiles, what was lost or came twice. */
@NullMarked
package org.warmhandoff.bench.measure;

import org.jspecify.annotations.NullMarked;
