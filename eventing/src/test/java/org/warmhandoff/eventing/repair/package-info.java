@NullMarked
package org.warmhandoff.eventing.repair;

import org.jspecify.annotations.NullMarked;
