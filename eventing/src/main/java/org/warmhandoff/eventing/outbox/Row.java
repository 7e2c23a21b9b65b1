package org.warmhandoff.eventing.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.wire.CloudEvents;

/** One row of the outbox, as it goes to Kafka. */
record Row(long seq, Head head, ProducerRecord<String, byte[]> message) {

  long recordedMillis() {
    return head.recordedTime().toEpochMilli();
  }

  String topic() {
    return message.topic();
  }

  /** In the order {@link #read} reads them. */
  static final String COLUMNS =
      """
      seq, topic, record_key, id, type, subject, version, police_service, jurisdiction, mode,
      business_time, recorded_at, correlation, causation, dataref, body""";

  /**
   * @param first position of the first column
   */
  static Row read(ResultSet rows, int first, String source) throws SQLException {
    String key = rows.getString(first + 2);
    Head head =
        new Head(
            rows.getObject(first + 3, UUID.class),
            source,
            rows.getString(first + 4),
            rows.getObject(first + 5, UUID.class),
            key,
            rows.getLong(first + 6),
            rows.getString(first + 7),
            rows.getString(first + 8),
            Mode.valueOf(rows.getString(first + 9)),
            rows.getObject(first + 10, OffsetDateTime.class).toInstant(),
            rows.getObject(first + 11, OffsetDateTime.class).toInstant(),
            rows.getObject(first + 12, UUID.class),
            rows.getObject(first + 13, UUID.class),
            rows.getString(first + 14));
    return new Row(
        rows.getLong(first),
        head,
        new ProducerRecord<>(
            rows.getString(first + 1),
            null,
            null,
            key,
            rows.getBytes(first + 15),
            CloudEvents.headers(head)));
  }
}
