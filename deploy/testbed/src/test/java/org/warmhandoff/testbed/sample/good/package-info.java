@NullMarked
package org.warmhandoff.testbed.sample.good;

import org.jspecify.annotations.NullMarked;
