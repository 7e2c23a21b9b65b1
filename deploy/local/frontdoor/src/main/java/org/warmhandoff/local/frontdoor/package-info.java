/**
 * The front door: puts the four services and the identity provider under one origin.
 *
 * <p>Doors in: HTTP. Doors out: HTTP to the upstreams named by the environment. Keeps nothing.
 */
@NullMarked
package org.warmhandoff.local.frontdoor;

import org.jspecify.annotations.NullMarked;
