@NullMarked
package org.warmhandoff.eventing;

import org.jspecify.annotations.NullMarked;
