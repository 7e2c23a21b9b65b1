package org.warmhandoff.notification;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ids as one parameter of a statement, to be cast to {@code uuid[]}: a list of parameters is taken
 * apart anew for every call, which for a roster costs more than the query.
 */
final class Ids {

  private Ids() {}

  /**
   * In SQL: among the ids of this parameter. It is taken apart once for a statement; a plain cast
   * would be for every row that is looked at.
   */
  static String among(String parameter) {
    return "in (select unnest(cast(:" + parameter + " as uuid[])))";
  }

  static String array(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
