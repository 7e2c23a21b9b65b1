@NullMarked
package org.warmhandoff.testbed.sample.bad;

import org.jspecify.annotations.NullMarked;
