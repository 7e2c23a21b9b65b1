@NullMarked
package org.warmhandoff.notification;

import org.jspecify.annotations.NullMarked;
