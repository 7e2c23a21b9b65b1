/** The administrator's door: agencies, what they serve and how soon they answer. */
@NullMarked
package org.warmhandoff.referral.administering;

import org.jspecify.annotations.NullMarked;
