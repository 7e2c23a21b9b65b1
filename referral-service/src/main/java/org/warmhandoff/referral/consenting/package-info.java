/** Taking consent, by API or on a phone page, and taking it back. */
@NullMarked
package org.warmhandoff.referral.consenting;

import org.jspecify.annotations.NullMarked;
