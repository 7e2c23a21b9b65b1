/** Sealing what must not be read where it rests: free text, unknown fields, quarantined bodies. */
@NullMarked
package org.warmhandoff.eventing.seal;

import org.jspecify.annotations.NullMarked;
