@NullMarked
package org.warmhandoff.faults.town;

import org.jspecify.annotations.NullMarked;
