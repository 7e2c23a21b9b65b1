/**
 * An OpenID Connect provider with visibly made-up people, for the local system and the tests. An
 * installation uses its own provider; the services cannot tell the difference.
 */
@NullMarked
package org.warmhandoff.local.identity;

import org.jspecify.annotations.NullMarked;
