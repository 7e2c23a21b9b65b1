package org.warmhandoff.eventing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.warmhandoff.eventing.Fact;

/** The effect of a test's handler: a row that exists once, in the order of handling. */
@ApplicationScoped
public class Ledger {

  private final DataSource database;

  Ledger(DataSource database) {
    this.database = database;
  }

  /** Writes the fact down; a second time is an error. */
  @Transactional
  public void write(String consumer, Fact<?> fact) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into ledger (consumer, id, subject, version) values (?, ?, ?, ?)")) {
      insert.setString(1, consumer);
      insert.setObject(2, fact.head().id());
      insert.setObject(3, fact.head().subject());
      insert.setLong(4, fact.head().version());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
