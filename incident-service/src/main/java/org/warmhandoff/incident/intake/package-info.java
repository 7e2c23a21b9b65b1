/**
 * How incidents come in: one by one as they happen, or as history in bulk; what would be made of
 * them (the check door), and what was made of a day's (the intake page, {@code watching}).
 */
@NullMarked
package org.warmhandoff.incident.intake;

import org.jspecify.annotations.NullMarked;
