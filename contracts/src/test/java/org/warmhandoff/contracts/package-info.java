@NullMarked
package org.warmhandoff.contracts;

import org.jspecify.annotations.NullMarked;
