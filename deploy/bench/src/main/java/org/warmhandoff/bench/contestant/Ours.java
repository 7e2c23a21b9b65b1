package org.warmhandoff.bench.contestant;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import org.warmhandoff.eventing.outbox.RunningRelay;

/** Eventing's relay with the settings of the services; its bell is rung after each commit. */
final class Ours implements Contestant.Library {

  /** As {@code handoff.relay.page} and {@code handoff.relay.poll} have them. */
  private static final int PAGE = 1_000;

  private static final Duration POLL = Duration.ofMillis(50);

  /** The insert of eventing's outbox, whose own class needs a container's transactions. */
  private static final String TELL =
      """
      insert into outbox (id, topic, record_key, type, subject, version, police_service,
        jurisdiction, mode, business_time, correlation, body)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final Task task;
  private final RunningRelay relay;

  Ours(Task task) {
    this.task = task;
    this.relay =
        new RunningRelay(
            new RunningRelay.Access(
                task.database().url(),
                task.database().user(),
                task.database().password(),
                task.kafka().servers(),
                task.kafka().user(),
                task.kafka().password()),
            PAGE,
            POLL);
  }

  @Override
  public void relay(Runnable ready) {
    ready.run();
    relay.start();
  }

  @Override
  public Teller open() throws SQLException {
    return new InsertTeller(task, TELL, this::bind, relay::ring);
  }

  private void bind(PreparedStatement insert, Sample event) throws SQLException {
    insert.setObject(1, event.id());
    insert.setString(2, task.kafka().topic());
    insert.setString(3, event.aggregate().toString());
    insert.setString(4, Sample.TYPE);
    insert.setObject(5, event.aggregate());
    insert.setLong(6, event.version());
    insert.setString(7, Sample.POLICE_SERVICE);
    insert.setString(8, Sample.JURISDICTION);
    insert.setString(9, "LIVE");
    insert.setObject(10, event.time().atOffset(ZoneOffset.UTC));
    insert.setObject(11, event.aggregate());
    insert.setBytes(12, event.bytes());
  }
}
