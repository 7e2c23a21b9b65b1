/**
 * Answers. Doors in: {@code GET /api/v1/measures}, {@code GET /api/v1/measures/{code}}, the page
 * {@code /}. Tables: {@code released_*_fact}, read only. What leaves is {@link
 * org.warmhandoff.analytics.Suppression.Published} and definitions, nothing else.
 */
@NullMarked
package org.warmhandoff.analytics.asking;

import org.jspecify.annotations.NullMarked;
