/** What officers say at the scene, by API or by the page on their phone. */
@NullMarked
package org.warmhandoff.incident.scene;

import org.jspecify.annotations.NullMarked;
