@NullMarked
package org.warmhandoff.console;

import org.jspecify.annotations.NullMarked;
