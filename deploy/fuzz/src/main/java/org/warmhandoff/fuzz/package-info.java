/**
 * Coverage-guided fuzzing of every reader of what comes from outside: {@code ./handoff fuzz}. No
 * server runs; each target calls the reader a door calls.
 */
@NullMarked
package org.warmhandoff.fuzz;

import org.jspecify.annotations.NullMarked;
