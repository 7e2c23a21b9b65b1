@NullMarked
package org.warmhandoff.console.key;

import org.jspecify.annotations.NullMarked;
