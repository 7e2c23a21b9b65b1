/** What is put into the programs under test: the points at which they can be made to fail. */
@NullMarked
package org.warmhandoff.faults.point;

import org.jspecify.annotations.NullMarked;
