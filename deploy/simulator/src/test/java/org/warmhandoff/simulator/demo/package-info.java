@NullMarked
package org.warmhandoff.simulator.demo;

import org.jspecify.annotations.NullMarked;
