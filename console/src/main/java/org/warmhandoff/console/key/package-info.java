/**
 * Callers that hold a key of their own instead of a token: how a request carries a key, and whom
 * the rest of the service sees behind it. Which keys there are is the service's own to know.
 */
@NullMarked
package org.warmhandoff.console.key;

import org.jspecify.annotations.NullMarked;
