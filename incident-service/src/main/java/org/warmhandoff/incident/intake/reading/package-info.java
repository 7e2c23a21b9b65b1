/**
 * The formats a source may write in, each read into one {@link org.warmhandoff.incident.Report}.
 * Plain functions: no database, no clock of their own, nothing kept.
 */
@NullMarked
package org.warmhandoff.incident.intake.reading;

import org.jspecify.annotations.NullMarked;
