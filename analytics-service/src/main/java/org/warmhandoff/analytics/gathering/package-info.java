/**
 * Facts from the topics. Doors in: one consumer a topic. Every id is replaced by a pseudonym before
 * anything is stored, in the record's headers too, so that not even the inbox keeps one. Tables:
 * the {@code *_fact} tables, one statement an event.
 */
@NullMarked
package org.warmhandoff.analytics.gathering;

import org.jspecify.annotations.NullMarked;
