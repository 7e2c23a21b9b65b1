/** Programs and channels: edited as data, without a deployment. */
@NullMarked
package org.warmhandoff.notification.administering;

import org.jspecify.annotations.NullMarked;
