/**
 * Starts, watches and stops the local stack: database, broker, identity provider, front door and
 * the four services, each a process of its own on a leash.
 *
 * <p>Doors in: the verbs of {@code ./handoff}. Doors out: child processes, and the public APIs
 * through which the demonstration is configured. Keeps everything in one data folder.
 */
@NullMarked
package org.warmhandoff.local.launcher;

import org.jspecify.annotations.NullMarked;
