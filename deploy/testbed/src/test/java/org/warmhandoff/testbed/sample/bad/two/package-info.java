@NullMarked
package org.warmhandoff.testbed.sample.bad.two;

import org.jspecify.annotations.NullMarked;
