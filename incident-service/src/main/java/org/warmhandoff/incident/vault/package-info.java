/** The recorded door of the person vault, and the end of a person's key. */
@NullMarked
package org.warmhandoff.incident.vault;

import org.jspecify.annotations.NullMarked;
