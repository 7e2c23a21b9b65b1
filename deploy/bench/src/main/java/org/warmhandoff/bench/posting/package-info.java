/**
 * Reports posted as independent callers would, by a client that leaves the cores to the service.
 */
@NullMarked
package org.warmhandoff.bench.posting;

import org.jspecify.annotations.NullMarked;
