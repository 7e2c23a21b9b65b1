/**
 * The operator's page of a service: what waits, what was set aside, what could not be delivered.
 * Doors: the page {@code /operations}, {@code GET /api/v1/operations}.
 */
@NullMarked
package org.warmhandoff.eventing.operations;

import org.jspecify.annotations.NullMarked;
