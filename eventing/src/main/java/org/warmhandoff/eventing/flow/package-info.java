/**
 * What an operator sees of the flow: counts, the walk of one incident, health. Doors: {@code GET
 * /api/v1/flow}, {@code GET /api/v1/trace/{incident}}. Reads the tables of {@code outbox} and
 * {@code inbox}.
 */
@NullMarked
package org.warmhandoff.eventing.flow;

import org.jspecify.annotations.NullMarked;
