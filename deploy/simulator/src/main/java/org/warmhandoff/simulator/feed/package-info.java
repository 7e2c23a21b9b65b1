/** Police feeds in other people's formats: files, mappings, local times. */
@NullMarked
package org.warmhandoff.simulator.feed;

import org.jspecify.annotations.NullMarked;
