package org.warmhandoff.eventing;

import java.time.Instant;
import java.util.Map;

/**
 * One line of an incident's walk.
 *
 * @param at business instant
 * @param recordedAt wall-clock instant
 * @param what stable code of what happened
 * @param detail codes, ids and numbers only
 */
public record TraceLine(
    Instant at, Instant recordedAt, String service, String what, Map<String, String> detail) {

  public TraceLine {
    detail = Map.copyOf(detail);
  }
}
