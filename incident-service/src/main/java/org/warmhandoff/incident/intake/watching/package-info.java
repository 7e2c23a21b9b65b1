/**
 * What was made of a connected CAD's posts in the last 24 hours: counted in codes and places, for
 * whoever connects it. No content, no number of the source's own.
 */
@NullMarked
package org.warmhandoff.incident.intake.watching;

import org.jspecify.annotations.NullMarked;
