/** What an administrator says: the police services of the installation, and its staff. */
@NullMarked
package org.warmhandoff.incident.administering;

import org.jspecify.annotations.NullMarked;
