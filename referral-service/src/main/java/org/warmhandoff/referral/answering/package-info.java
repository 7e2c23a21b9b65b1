/** The agency closes the loop: by topic, by API, by the inbox page. */
@NullMarked
package org.warmhandoff.referral.answering;

import org.jspecify.annotations.NullMarked;
