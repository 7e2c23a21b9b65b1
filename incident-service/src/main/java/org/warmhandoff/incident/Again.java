package org.warmhandoff.incident;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Does a transaction again that the database broke off for another's sake (deadlock, serialization,
 * lock time-out): nothing may fail because somebody else's came at the same moment.
 */
public final class Again {

  /** PostgreSQL: serialization failure, deadlock detected, lock not available. */
  private static final Set<String> BROKEN_OFF = Set.of("40001", "40P01", "55P03");

  private static final Set<String> DEADLOCKS = Set.of("40001", "40P01");

  /** Classes: connection, insufficient resources, operator intervention, system error. */
  private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

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

  /** Whether the database broke it off because two waited for each other: at once it may pass. */
  public static boolean isDeadlock(Throwable failure) {
    return anyState(failure, DEADLOCKS::contains);
  }

  /**
   * Whether the database itself is away, full or ending, so that nothing else would pass either.
   */
  public static boolean isAway(Throwable failure) {
    // The pool's own failures have no state: no connection was free, or the one in hand is gone.
    return anyState(failure, state -> state.length() < 2 || AWAY.contains(state.substring(0, 2)));
  }

  private static boolean isBrokenOff(Throwable failure) {
    return anyState(failure, BROKEN_OFF::contains);
  }

  private static boolean anyState(Throwable failure, Predicate<String> wanted) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SQLException sql
          && wanted.test(Objects.requireNonNullElse(sql.getSQLState(), ""))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
