/** Advisories sent to a police service's own systems: signed, in order, until they are taken. */
@NullMarked
package org.warmhandoff.incident.webhooks;

import org.jspecify.annotations.NullMarked;
