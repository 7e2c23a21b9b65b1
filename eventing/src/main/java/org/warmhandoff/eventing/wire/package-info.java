/** The form of an event outside: JSON body and CloudEvents headers in binary mode. */
@NullMarked
package org.warmhandoff.eventing.wire;

import org.jspecify.annotations.NullMarked;
