/** An agency reads what was consented to, checked again at that moment and registered. */
@NullMarked
package org.warmhandoff.referral.disclosing;

import org.jspecify.annotations.NullMarked;
