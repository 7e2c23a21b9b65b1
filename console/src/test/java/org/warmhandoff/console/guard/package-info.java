@NullMarked
package org.warmhandoff.console.guard;

import org.jspecify.annotations.NullMarked;
