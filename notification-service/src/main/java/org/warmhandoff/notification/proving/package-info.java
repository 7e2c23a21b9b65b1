/** Members of staff prove telephones and mailboxes of their own. */
@NullMarked
package org.warmhandoff.notification.proving;

import org.jspecify.annotations.NullMarked;
