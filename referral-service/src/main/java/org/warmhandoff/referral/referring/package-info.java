/** A consent becomes a referral, if the gate lets it. */
@NullMarked
package org.warmhandoff.referral.referring;

import org.jspecify.annotations.NullMarked;
