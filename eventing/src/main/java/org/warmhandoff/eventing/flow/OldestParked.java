package org.warmhandoff.eventing.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How long the oldest fact has waited that came too early; wall clock, the database's. */
@ApplicationScoped
public class OldestParked {

  /** What came too early is taken soon after, or what it waits for does not come. */
  private static final String AGE =
      "select coalesce(extract(epoch from clock_timestamp() - min(parked_at)), 0) from parked";

  private final DataSource database;

  OldestParked(DataSource database) {
    this.database = database;
  }

  /** 0 where nothing is parked. */
  public double seconds() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(AGE);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getDouble(1);
    } catch (SQLException e) {
      throw new IllegalStateException("parked: " + e.getSQLState(), e);
    }
  }
}
