@NullMarked
package org.warmhandoff.local.leash;

import org.jspecify.annotations.NullMarked;
