/**
 * The real broker, database and identity provider for tests, started once a test JVM as processes
 * of their own; readers and writers around them; and the rules of the house.
 */
@NullMarked
package org.warmhandoff.testbed;

import org.jspecify.annotations.NullMarked;
