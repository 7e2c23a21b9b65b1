/** What stands before every door: bearer or login, same-site forms, security headers. */
@NullMarked
package org.warmhandoff.console.guard;

import org.jspecify.annotations.NullMarked;
