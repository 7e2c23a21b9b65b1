/** What holds of the numbers themselves, without any machinery. */
@NullMarked
package org.warmhandoff.analytics;

import org.jspecify.annotations.NullMarked;
