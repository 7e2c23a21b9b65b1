@NullMarked
package org.warmhandoff.faults.weave;

import org.jspecify.annotations.NullMarked;
