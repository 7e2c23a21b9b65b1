@NullMarked
package org.warmhandoff.local.database;

import org.jspecify.annotations.NullMarked;
