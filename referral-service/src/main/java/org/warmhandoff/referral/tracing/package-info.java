/** What this service adds to the walk of an incident. */
@NullMarked
package org.warmhandoff.referral.tracing;

import org.jspecify.annotations.NullMarked;
