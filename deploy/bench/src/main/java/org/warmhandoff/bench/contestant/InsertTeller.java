package org.warmhandoff.bench.contestant;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** Tells an event with one insert into the outbox's table. */
final class InsertTeller implements Teller {

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement note;
  private final boolean noted;
  private final Binding binding;
  private final Runnable afterCommit;

  /** Fills the insert's parameters. */
  interface Binding {
    void bind(PreparedStatement insert, Sample event) throws SQLException;
  }

  InsertTeller(Task task, String insert, Binding binding, Runnable afterCommit)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", task.database().user());
    properties.setProperty("password", task.database().password());
    properties.setProperty("reWriteBatchedInserts", "true");
    this.connection = DriverManager.getConnection(task.database().url(), properties);
    this.connection.setAutoCommit(false);
    this.insert = connection.prepareStatement(insert);
    this.note = connection.prepareStatement(NOTE);
    this.noted = task.noted();
    this.binding = binding;
    this.afterCommit = afterCommit;
  }

  @Override
  public long tell(List<Sample> events) throws SQLException {
    for (Sample event : events) {
      binding.bind(insert, event);
      insert.addBatch();
      if (noted) {
        note.setLong(1, event.number());
        note.addBatch();
      }
    }
    insert.executeBatch();
    if (noted) {
      note.executeBatch();
    }
    connection.commit();
    long committed = System.nanoTime();
    afterCommit.run();
    return committed;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
