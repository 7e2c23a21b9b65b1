/**
 * The frame around every page and every answer: layout, language, quick exit, who is calling, and
 * refusals as RFC 9457 problems. No business.
 */
@NullMarked
package org.warmhandoff.console;

import org.jspecify.annotations.NullMarked;
