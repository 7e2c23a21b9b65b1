package org.warmhandoff.eventing.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.warmhandoff.eventing.FailedDeliveries;
import org.warmhandoff.eventing.FailedDeliveries.Failed;
import org.warmhandoff.eventing.flow.OldestParked;
import org.warmhandoff.eventing.flow.ReadFlow;
import org.warmhandoff.eventing.inbox.ConsumerLag;
import org.warmhandoff.eventing.republishing.ReadRepublish;

/** Gathers what an operator should know. */
@ApplicationScoped
public class ReadOperations {

  private static final int LATEST = 50;

  /** A topic that takes nothing is named with what waits for it. */
  private static final String HELD =
      "select topic, count(*), min(held_at) from outbox_held group by topic order by 3";

  private final ReadFlow readFlow;
  private final OldestParked oldestParked;
  private final ConsumerLag lag;
  private final ReadRepublish readRepublish;
  private final Instance<FailedDeliveries> failed;
  private final DataSource database;

  ReadOperations(
      ReadFlow readFlow,
      OldestParked oldestParked,
      ConsumerLag lag,
      ReadRepublish readRepublish,
      Instance<FailedDeliveries> failed,
      DataSource database) {
    this.readFlow = readFlow;
    this.oldestParked = oldestParked;
    this.lag = lag;
    this.readRepublish = readRepublish;
    this.failed = failed;
    this.database = database;
  }

  /** As it is now. */
  public Operations now() {
    List<Failed> latest =
        failed.stream()
            .flatMap(source -> source.latest(LATEST).stream())
            .sorted(Comparator.comparing(Failed::at).reversed())
            .limit(LATEST)
            .toList();
    return new Operations(
        readFlow.now(),
        oldestParked.seconds(),
        lag.all(),
        held(),
        latest,
        readRepublish.last().orElse(null));
  }

  private List<Operations.Held> held() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(HELD);
        ResultSet rows = select.executeQuery()) {
      List<Operations.Held> held = new ArrayList<>();
      while (rows.next()) {
        held.add(
            new Operations.Held(
                rows.getString(1),
                rows.getLong(2),
                rows.getObject(3, OffsetDateTime.class).toInstant()));
      }
      return held;
    } catch (SQLException e) {
      throw new IllegalStateException("held: " + e.getSQLState(), e);
    }
  }
}
