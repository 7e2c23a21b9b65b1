/** People and systems at work while it breaks. */
@NullMarked
package org.warmhandoff.faults.play;

import org.jspecify.annotations.NullMarked;
