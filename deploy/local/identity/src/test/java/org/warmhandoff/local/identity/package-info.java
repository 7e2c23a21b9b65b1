@NullMarked
package org.warmhandoff.local.identity;

import org.jspecify.annotations.NullMarked;
