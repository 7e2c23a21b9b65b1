@NullMarked
package org.warmhandoff.fuzz;

import org.jspecify.annotations.NullMarked;
