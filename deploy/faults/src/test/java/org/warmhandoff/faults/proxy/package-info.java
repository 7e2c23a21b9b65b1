@NullMarked
package org.warmhandoff.faults.proxy;

import org.jspecify.annotations.NullMarked;
