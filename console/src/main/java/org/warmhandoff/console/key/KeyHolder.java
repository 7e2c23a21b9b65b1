package org.warmhandoff.console.key;

/**
 * A system that calls with a key.
 *
 * @param id the public part of its key
 * @param line what stays the same when its key is replaced by a new one
 * @param policeService code of the one police service the key is for
 * @param role the one role it has
 */
public record KeyHolder(String id, String line, String policeService, String role) {}
