@NullMarked
package org.warmhandoff.testbed.sample.good.asking;

import org.jspecify.annotations.NullMarked;
