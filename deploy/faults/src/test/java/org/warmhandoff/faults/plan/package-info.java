@NullMarked
package org.warmhandoff.faults.plan;

import org.jspecify.annotations.NullMarked;
