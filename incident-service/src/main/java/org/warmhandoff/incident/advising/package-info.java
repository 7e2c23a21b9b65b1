/** What police are told back: heard on the topic, read by the CAD, acknowledged by a human. */
@NullMarked
package org.warmhandoff.incident.advising;

import org.jspecify.annotations.NullMarked;
