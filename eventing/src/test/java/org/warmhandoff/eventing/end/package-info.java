@NullMarked
package org.warmhandoff.eventing.end;

import org.jspecify.annotations.NullMarked;
