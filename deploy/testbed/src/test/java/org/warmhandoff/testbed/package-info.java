@NullMarked
package org.warmhandoff.testbed;

import org.jspecify.annotations.NullMarked;
