package org.warmhandoff.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.warmhandoff.eventing.FailedDeliveries.Failed;

/** What operators see of messages that did not arrive. */
@ApplicationScoped
public class WebhookBacklog {

  /** How long the oldest has been due that could be sent. */
  private static final Statement OLDEST =
      new Statement(
          """
          select coalesce(extract(epoch from clock_timestamp() - min(w.due_at)), 0)
          from webhook_endpoint e
          join webhook_delivery w on w.endpoint = e.id and w.state = 'pending'
            and w.due_at <= clock_timestamp()
          where e.disabled_at is null and e.removed_at is null\
          """);

  /** An operator sees what did not arrive, and for which police service. */
  private static final Statement FAILED =
      new Statement(
          """
          select advisory, police_service, last_failed_at from webhook_delivery
          where state <> 'delivered' and last_failed_at is not null
          order by last_failed_at desc limit ?\
          """);

  private final DataSource database;

  WebhookBacklog(DataSource database) {
    this.database = database;
  }

  /** How long, in seconds, the oldest message has been due. */
  public double oldestDue() {
    return OLDEST.rows(database, row -> row.getDouble(1)).getFirst();
  }

  /** What failed, the latest first. */
  public List<Failed> failed(int limit) {
    return FAILED.rows(
        database,
        row ->
            new Failed(
                "webhook-failed",
                row.getObject("advisory", UUID.class),
                row.getString("police_service"),
                row.getObject("last_failed_at", OffsetDateTime.class).toInstant()),
        limit);
  }
}
