package org.warmhandoff.eventing.inbox;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.jspecify.annotations.Nullable;

/**
 * Which failures say nothing about the record: lost connections, deadlocks, serialization, lock
 * time-outs, a database that is starting, stopping, full or read-only. They pass, and are waited
 * for.
 */
final class Failures {

  private Failures() {}

  /** Whether the same may succeed later, whatever the record holds. */
  static boolean pass(Throwable failure) {
    Deque<Throwable> open = new ArrayDeque<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    open.add(failure);
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (!seen.add(next)) {
        continue;
      }
      if (passes(next)) {
        return true;
      }
      add(open, next.getCause());
      for (Throwable suppressed : next.getSuppressed()) {
        open.add(suppressed);
      }
      if (next instanceof SQLException sql) {
        add(open, sql.getNextException());
      }
    }
    return false;
  }

  /** What is written down of a failure: its class and SQLState, never its message. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String name = root.getClass().getName();
    return root instanceof SQLException sql && sql.getSQLState() != null
        ? name + ":" + sql.getSQLState()
        : name;
  }

  private static void add(Deque<Throwable> open, @Nullable Throwable next) {
    if (next != null) {
      open.add(next);
    }
  }

  private static boolean passes(Throwable failure) {
    return switch (failure) {
      case SQLException sql -> passes(sql);
      case JDBCConnectionException e -> true;
      case LockAcquisitionException e -> true;
      case PessimisticLockException e -> true;
      case LockTimeoutException e -> true;
      case OptimisticLockException e -> true;
      default -> false;
    };
  }

  private static boolean passes(SQLException failure) {
    if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException) {
      return true;
    }
    String state = failure.getSQLState();
    if (state == null) {
      // The connection pool's own: no connection within the acquisition time-out, or shut down.
      String message = String.valueOf(failure.getMessage());
      return message.contains("cquisition timeout") || message.contains("is closed");
    }
    return switch (state.substring(0, Math.min(2, state.length()))) {
      // connection, insufficient resources, system error outside the database
      case "08", "53", "58" -> true;
      default ->
          switch (state) {
            // serialization, deadlock, completion unknown, lock not available, read-only after a
            // fail-over, shutdown, crash, starting, database dropped under the connection
            case "40001", "40P01", "40003", "55P03", "25006", "57P01", "57P02", "57P03", "57P05" ->
                true;
            default -> false;
          };
    };
  }
}
