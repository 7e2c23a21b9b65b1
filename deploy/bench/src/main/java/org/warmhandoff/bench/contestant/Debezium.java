package org.warmhandoff.bench.contestant;

import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Debezium's asynchronous engine on PostgreSQL's own output plugin, with its outbox router. The
 * engine hands over its records as they are, which spares it a conversion; a batch counts as done
 * when the broker has acknowledged all of it, as in Debezium Server.
 */
final class Debezium implements Contestant.Library {

  private static final String TELL =
      """
      insert into outbox_events (id, aggregatetype, aggregateid, type, subject, version,
        police_service, jurisdiction, mode, business_time, correlation, payload)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final Task task;

  Debezium(Task task) {
    this.task = task;
  }

  @Override
  public void relay(Runnable ready) throws InterruptedException {
    KafkaProducer<String, byte[]> producer = PeerProducer.of(task.kafka());
    CountDownLatch polling = new CountDownLatch(1);
    DebeziumEngine<RecordChangeEvent<SourceRecord>> engine =
        DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
            .using(settings())
            .using(
                new DebeziumEngine.ConnectorCallback() {
                  @Override
                  public void connectorStarted() {
                    ready.run();
                  }

                  @Override
                  public void pollingStarted() {
                    polling.countDown();
                  }
                })
            .using(Debezium::ended)
            .notifying(
                (events, committer) -> {
                  publish(producer, events);
                  for (RecordChangeEvent<SourceRecord> event : events) {
                    committer.markProcessed(event);
                  }
                  committer.markBatchFinished();
                })
            .build();
    Thread.ofPlatform().name("engine").daemon().start(engine);
    polling.await();
  }

  private static void ended(boolean success, String message, @Nullable Throwable cause) {
    System.err.println("the engine ended: " + message);
    if (cause != null) {
      cause.printStackTrace();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void publish(
      KafkaProducer<String, byte[]> producer, List<RecordChangeEvent<SourceRecord>> events)
      throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
    for (RecordChangeEvent<SourceRecord> event : events) {
      sent.add(producer.send(message(event.record())));
    }
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the broker did not take a record", e);
      }
    }
  }

  /** The router's record with the same headers as everybody's; its {@code id} is ours. */
  private static ProducerRecord<String, byte[]> message(SourceRecord routed) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(routed.topic(), null, (String) routed.key(), bytes(routed.value()));
    Headers headers = message.headers();
    Wire.constant(headers, message.key());
    routed
        .headers()
        .forEach(
            header ->
                Wire.add(
                    headers,
                    header.key().equals("id") ? "ce_id" : header.key(),
                    String.valueOf(header.value())));
    return message;
  }

  private static byte[] bytes(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    ByteBuffer buffer = (ByteBuffer) value;
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private Properties settings() {
    Properties all = new Properties();
    all.setProperty("name", "bench");
    all.setProperty("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
    all.setProperty("topic.prefix", "bench");
    all.setProperty("database.hostname", "localhost");
    all.setProperty("database.port", Integer.toString(task.database().port()));
    all.setProperty("database.dbname", task.database().name());
    all.setProperty("database.user", task.database().user());
    all.setProperty("database.password", task.database().password());
    // The slot and the publication, of inserts into this table alone, are there before it starts.
    all.setProperty("plugin.name", "pgoutput");
    all.setProperty("slot.name", task.database().name());
    all.setProperty("publication.name", "bench");
    all.setProperty("publication.autocreate.mode", "disabled");
    all.setProperty("table.include.list", "public.outbox_events");
    all.setProperty("snapshot.mode", "no_data");
    all.setProperty("tombstones.on.delete", "false");
    all.setProperty("skipped.operations", "u,d,t");
    // With any other it may skip rows when it starts again.
    all.setProperty("offset.mismatch.strategy", "trust_offset");
    all.setProperty("offset.storage", "org.apache.kafka.connect.storage.FileOffsetBackingStore");
    all.setProperty("offset.storage.file.filename", task.folder().resolve("offsets").toString());
    // The standard, a minute, would send that much again after each kill.
    all.setProperty("offset.flush.interval.ms", "1000");
    // Four times the standard, so that waiting for a batch's acknowledgements is rare.
    all.setProperty("max.batch.size", "8192");
    all.setProperty("max.queue.size", "32768");
    // A batch that is not full waits this long; the standard, half a second, would be its latency.
    all.setProperty("poll.interval.ms", "5");
    all.setProperty("record.processing.threads", "AVAILABLE_CORES");
    all.setProperty("transforms", "outbox");
    all.setProperty("transforms.outbox.type", "io.debezium.transforms.outbox.EventRouter");
    all.setProperty("transforms.outbox.route.topic.replacement", "${routedByValue}");
    all.setProperty(
        "transforms.outbox.table.fields.additional.placement",
        "type:header:ce_type,subject:header:ce_subject,version:header:ce_aggregateversion,"
            + "police_service:header:ce_policeservice,jurisdiction:header:ce_jurisdiction,"
            + "mode:header:ce_mode,business_time:header:ce_time,"
            + "recorded_at:header:ce_recordedtime,correlation:header:ce_correlationid");
    return all;
  }

  @Override
  public Teller open() throws SQLException {
    return new InsertTeller(task, TELL, this::bind, () -> {});
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
    insert.setString(9, "live");
    insert.setObject(10, event.time().atOffset(ZoneOffset.UTC));
    insert.setObject(11, event.aggregate());
    insert.setBytes(12, event.bytes());
  }
}
