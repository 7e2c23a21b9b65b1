@NullMarked
package org.warmhandoff.eventing.seal;

import org.jspecify.annotations.NullMarked;
