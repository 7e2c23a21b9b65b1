/**
 * What an administrator says: the police services of the installation, its staff, and the keys of
 * systems that cannot fetch a token.
 */
@NullMarked
package org.warmhandoff.incident.administering;

import org.jspecify.annotations.NullMarked;
