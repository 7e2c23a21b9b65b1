/**
 * What stands in the local stack where an installation has a telephone company and a mail server.
 * It takes messages as they do, reaches nobody, and shows what it took on a page, where they can be
 * answered as from a telephone.
 */
@NullMarked
package org.warmhandoff.local.telephones;

import org.jspecify.annotations.NullMarked;
