package org.warmhandoff.console.problem;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Which faults pass by themselves: the database is away, starting, stopping, full, or broke this
 * transaction off for another's sake. The same request may succeed in a moment, so it is answered
 * with 503 and Retry-After instead of 500. SQLState classes after PostgreSQL's Appendix A.
 */
final class Passing {

  /** Connection, insufficient resources, operator intervention, system error, rolled back. */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "40");

  /** Lock not available; a server that has become read-only after a fail-over. */
  private static final Set<String> STATES = Set.of("55P03", "25006");

  private Passing() {}

  static boolean is(Throwable fault) {
    Deque<Throwable> open = new ArrayDeque<>(Set.of(fault));
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (!seen.add(next)) {
        continue;
      }
      if (next instanceof SQLException sql) {
        if (passes(sql)) {
          return true;
        }
        if (sql.getNextException() != null) {
          open.add(sql.getNextException());
        }
      }
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
      open.addAll(Arrays.asList(next.getSuppressed()));
    }
    return false;
  }

  private static boolean passes(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null || state.length() < 2) {
      // The pool's own: no connection was free, or the one in hand was taken away.
      String words = String.valueOf(failure.getMessage());
      return failure instanceof SQLTransientException
          || failure instanceof SQLRecoverableException
          || words.contains("cquisition timeout")
          || words.contains("closed");
    }
    return CLASSES.contains(state.substring(0, 2)) || STATES.contains(state);
  }
}
