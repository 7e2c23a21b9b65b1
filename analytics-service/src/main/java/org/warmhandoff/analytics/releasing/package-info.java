/**
 * Closing releases. Doors in: an administrator's {@code POST /api/v1/releases}, the daily closing.
 * Tables: {@code release}, {@code released_*_fact}.
 */
@NullMarked
package org.warmhandoff.analytics.releasing;

import org.jspecify.annotations.NullMarked;
