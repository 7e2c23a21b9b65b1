/**
 * How a system gets in that holds a key of its own: which key it is, whether it opens, and whether
 * its request is signed where it must be.
 */
@NullMarked
package org.warmhandoff.incident.admitting;

import org.jspecify.annotations.NullMarked;
