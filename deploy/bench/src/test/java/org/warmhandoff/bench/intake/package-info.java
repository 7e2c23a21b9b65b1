@NullMarked
package org.warmhandoff.bench.intake;

import org.jspecify.annotations.NullMarked;
