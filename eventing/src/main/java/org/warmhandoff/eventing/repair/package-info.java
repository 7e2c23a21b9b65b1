/**
 * What an operator does about records that were set aside: looks at them masked, mends them, sends
 * them again, drops them with a word. Doors: {@code /api/v1/repair}, the page {@code /operations}.
 * Tables: {@code quarantine} through {@code inbox}, {@code repair_log}.
 */
@NullMarked
package org.warmhandoff.eventing.repair;

import org.jspecify.annotations.NullMarked;
