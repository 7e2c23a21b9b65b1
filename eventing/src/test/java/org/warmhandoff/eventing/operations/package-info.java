@NullMarked
package org.warmhandoff.eventing.operations;

import org.jspecify.annotations.NullMarked;
