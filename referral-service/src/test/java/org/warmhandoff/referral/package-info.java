/** What the referral service promises, shown. */
@NullMarked
package org.warmhandoff.referral;

import org.jspecify.annotations.NullMarked;
