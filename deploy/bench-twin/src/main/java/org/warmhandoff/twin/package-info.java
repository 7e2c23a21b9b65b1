/**
 * Intake as it would be written first: an entity a table, one transaction a request, {@code
 * persist} for every row. It takes the same JSON behind the same sign-in and writes as many rows
 * into the same tables, without sealing or recognising anyone. It exists to be measured beside
 * intake.
 */
@NullMarked
package org.warmhandoff.twin;

import org.jspecify.annotations.NullMarked;
