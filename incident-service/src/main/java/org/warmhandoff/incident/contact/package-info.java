/** What an assigned worker may see of the person they help; every look is recorded. */
@NullMarked
package org.warmhandoff.incident.contact;

import org.jspecify.annotations.NullMarked;
