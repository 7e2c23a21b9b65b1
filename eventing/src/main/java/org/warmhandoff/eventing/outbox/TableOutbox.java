package org.warmhandoff.eventing.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Outbox;
import org.warmhandoff.eventing.Subject;
import org.warmhandoff.eventing.wire.EventJson;

/**
 * The outbox as a table. Hibernate keeps writes back and sends inserts before updates; so what it
 * has is flushed first: the aggregate's row is then locked before the event draws its number.
 */
@ApplicationScoped
class TableOutbox implements Outbox {

  /** Facts are stored in the transaction that made them true, numbered in the order told. */
  private static final String TELL =
      """
      insert into outbox (id, topic, record_key, type, subject, version, police_service,
        jurisdiction, mode, business_time, correlation, causation, dataref, body)
      select id, topic, record_key, type, subject, version, police_service, jurisdiction, mode, ?,
        correlation, causation, dataref, body
      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as row (id, topic,
        record_key, type, subject, version, police_service, jurisdiction, mode, correlation,
        causation, dataref, body, n)
      order by n""";

  private final DataSource database;
  private final Instance<EntityManager> entities;
  private final TransactionSynchronizationRegistry transaction;
  private final InstantSource clock;
  private final RelayBell bell;

  TableOutbox(
      DataSource database,
      Instance<EntityManager> entities,
      TransactionSynchronizationRegistry transaction,
      InstantSource clock,
      RelayBell bell) {
    this.database = database;
    this.entities = entities;
    this.transaction = transaction;
    this.clock = clock;
    this.bell = bell;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID tell(Subject subject, Event event) {
    return store(List.of(new Telling(subject, event, List.of()))).getFirst().id();
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void tellAll(List<Telling> tellings) {
    if (!tellings.isEmpty()) {
      store(tellings);
    }
  }

  private List<Fact> store(List<Telling> tellings) {
    if (entities.isResolvable()) {
      entities.get().flush();
    }
    List<Fact> facts = new ArrayList<>();
    tellings.forEach(one -> add(facts, one, one.subject().causation()));
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(TELL)) {
      Columns<Fact> columns = new Columns<>(connection, insert, facts);
      insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      columns.ids(2, Fact::id);
      columns.texts(3, fact -> Topics.of(fact.event()));
      columns.texts(4, fact -> fact.subject().key());
      columns.texts(5, fact -> EventTypes.name(fact.event().getClass()));
      columns.ids(6, fact -> fact.subject().id());
      columns.longs(7, fact -> fact.subject().version());
      columns.texts(8, fact -> fact.subject().policeService());
      columns.texts(9, fact -> fact.subject().jurisdiction());
      columns.texts(10, fact -> fact.subject().mode().name());
      columns.ids(11, fact -> fact.subject().correlation());
      columns.ids(12, Fact::causation);
      columns.texts(13, fact -> fact.subject().dataref());
      columns.bodies(14, fact -> EventJson.write(fact.event()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new OutboxFailure(e);
    }
    ringAfterCommit();
    return facts;
  }

  private static void add(List<Fact> facts, Telling telling, @Nullable UUID causation) {
    Fact fact = new Fact(UUID.randomUUID(), telling.subject(), telling.event(), causation);
    facts.add(fact);
    telling.consequences().forEach(next -> add(facts, next, fact.id()));
  }

  private record Fact(UUID id, Subject subject, Event event, @Nullable UUID causation) {}

  private void ringAfterCommit() {
    if (transaction.getResource(this) == null) {
      transaction.putResource(this, Boolean.TRUE);
      transaction.registerInterposedSynchronization(new RingOnCommit(bell));
    }
  }

  private record RingOnCommit(RelayBell bell) implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        bell.ring();
      }
    }
  }

  /** The row could not be stored; the transaction must roll back. */
  static final class OutboxFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutboxFailure(SQLException cause) {
      super("outbox: " + cause.getSQLState(), cause);
    }
  }
}
