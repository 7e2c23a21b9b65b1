package org.warmhandoff.incident;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Does a transaction again that the database broke off for another's sake (deadlock, serialization,
 * lock time-out): nothing may fail because somebody else's came at the same moment.
 */
public final class Again {

  /** PostgreSQL: serialization failure, deadlock detected, lock not available. */
  private static final Set<String> BROKEN_OFF = Set.of("40001", "40P01", "55P03");

  private static final int TIMES = 5;
  private static final int DEEPEST_CAUSE = 16;

  private Again() {}

  /** Answers what the transaction answers. */
  public static <T> T whenBrokenOff(Supplier<T> transaction) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.get();
      } catch (RuntimeException failure) {
        if (attempt == TIMES || !isBrokenOff(failure)) {
          throw failure;
        }
      }
    }
  }

  /** The same for a transaction that answers nothing. */
  public static void whenBrokenOff(Runnable transaction) {
    whenBrokenOff(
        () -> {
          transaction.run();
          return true;
        });
  }

  private static boolean isBrokenOff(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SQLException sql && BROKEN_OFF.contains(sql.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
