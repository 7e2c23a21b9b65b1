/** What this service learns of incidents, assignments and persons from their topics. */
@NullMarked
package org.warmhandoff.referral.learning;

import org.jspecify.annotations.NullMarked;
