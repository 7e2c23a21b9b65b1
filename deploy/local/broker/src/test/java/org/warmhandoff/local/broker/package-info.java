@NullMarked
package org.warmhandoff.local.broker;

import org.jspecify.annotations.NullMarked;
