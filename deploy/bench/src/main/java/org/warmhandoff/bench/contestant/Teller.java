package org.warmhandoff.bench.contestant;

import java.sql.SQLException;
import java.util.List;

/** Tells events the way a library's users do; belongs to one thread. */
interface Teller extends AutoCloseable {

  /** Stores the number of an event, in the transaction that tells it. */
  String NOTE = "insert into noted (number) values (?)";

  /**
   * Tells events in one transaction.
   *
   * @return the monotonic clock in nanoseconds when the commit returned
   */
  long tell(List<Sample> events) throws SQLException;

  @Override
  void close() throws SQLException;
}
