/**
 * Writes down what the code promises: the topics as AsyncAPI, the doors as OpenAPI.
 *
 * <p>In: the contracts, the sources' docstrings, what each service's build wrote of its doors. Out:
 * the documents in {@code docs/reference}, which the front door shows.
 */
@NullMarked
package org.warmhandoff.reference;

import org.jspecify.annotations.NullMarked;
