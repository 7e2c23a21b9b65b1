@NullMarked
package org.warmhandoff.testbed.sample.bad.one;

import org.jspecify.annotations.NullMarked;
