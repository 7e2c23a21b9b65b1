/** Tests with real senders before it and a real server behind it. */
@NullMarked
package org.warmhandoff.local.telephones;

import org.jspecify.annotations.NullMarked;
