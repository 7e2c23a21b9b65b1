@NullMarked
package org.warmhandoff.bench.measure;

import org.jspecify.annotations.NullMarked;
