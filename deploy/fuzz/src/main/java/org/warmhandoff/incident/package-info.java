/** The one door of the fuzzing into the vault's own package: what persons are recognised by. */
@NullMarked
package org.warmhandoff.incident;

import org.jspecify.annotations.NullMarked;
