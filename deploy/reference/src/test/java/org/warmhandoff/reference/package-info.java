@NullMarked
package org.warmhandoff.reference;

import org.jspecify.annotations.NullMarked;
