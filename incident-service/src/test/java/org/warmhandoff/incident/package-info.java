@NullMarked
package org.warmhandoff.incident;

import org.jspecify.annotations.NullMarked;
