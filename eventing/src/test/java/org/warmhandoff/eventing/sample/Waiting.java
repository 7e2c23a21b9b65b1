package org.warmhandoff.eventing.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.warmhandoff.eventing.Fact;
import org.warmhandoff.eventing.Handled;
import org.warmhandoff.eventing.Handler;

/** Takes a fact only when the aggregate it refers to is in the ledger. */
@ApplicationScoped
public class Waiting implements Handler {

  private final Ledger ledger;
  private final DataSource database;
  private final Map<UUID, UUID> needs = new ConcurrentHashMap<>();

  Waiting(Ledger ledger, DataSource database) {
    this.ledger = ledger;
    this.database = database;
  }

  /** Facts of the one are taken when the other is known. */
  public void needs(UUID subject, UUID other) {
    needs.put(subject, other);
  }

  @Override
  public String consumer() {
    return "waiting";
  }

  @Override
  public Handled handle(Fact<?> fact) {
    UUID needed = needs.get(fact.head().subject());
    if (needed != null && !isKnown(needed)) {
      return Handled.waitsFor(needed);
    }
    ledger.write(consumer(), fact);
    return Handled.done();
  }

  private boolean isKnown(UUID subject) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select 1 from ledger where subject = ?")) {
      select.setObject(1, subject);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
