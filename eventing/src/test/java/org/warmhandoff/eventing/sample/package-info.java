@NullMarked
package org.warmhandoff.eventing.sample;

import org.jspecify.annotations.NullMarked;
