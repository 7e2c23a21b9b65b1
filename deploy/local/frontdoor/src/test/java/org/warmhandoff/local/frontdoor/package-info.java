/** Tests with real servers behind the door. */
@NullMarked
package org.warmhandoff.local.frontdoor;

import org.jspecify.annotations.NullMarked;
