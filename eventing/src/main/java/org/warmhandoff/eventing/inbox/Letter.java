package org.warmhandoff.eventing.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Topics;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.wire.CloudEvents;
import org.warmhandoff.eventing.wire.EventJson;
import org.warmhandoff.eventing.wire.Message;
import org.warmhandoff.eventing.wire.Unreadable;

/**
 * A Kafka record, unopened: what must be kept of it to read it again later.
 *
 * @param timestamp epoch milliseconds
 */
record Letter(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    long timestamp,
    Headers headers,
    byte @Nullable [] body) {

  /** The type of what an operator has dropped: no release knows it, so it has no effect. */
  static final String DROPPED = "org.warmhandoff.dropped.v1";

  /** A btree takes 2.7 kB, and a character is three bytes at most. */
  private static final int LONGEST_SOURCE = 500;

  static Letter of(ConsumerRecord<String, byte[]> record) {
    return new Letter(
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        record.timestamp(),
        record.headers(),
        record.value());
  }

  Arrival open() {
    Head head = null;
    try {
      Message message = Message.ofKafka(headers, body);
      head = identified(CloudEvents.head(message, key, timestamp));
      Optional<Class<? extends Event>> type = EventTypes.byName(head.type());
      return new Arrival.Readable(
          this, head, type.isEmpty() ? null : event(type.get(), message.data()));
    } catch (Unreadable e) {
      return new Arrival.Spoiled(this, head, e.reason());
    }
  }

  /** The same record with other content. */
  Letter with(Headers otherHeaders, byte @Nullable [] otherBody) {
    return new Letter(topic, partition, offset, key, timestamp, otherHeaders, otherBody);
  }

  /** The same place in the order of its aggregate, without any content. */
  Arrival.Readable dropped(Head head) {
    Head empty =
        new Head(
            head.id(),
            head.source(),
            DROPPED,
            head.subject(),
            head.key(),
            head.version(),
            head.policeService(),
            head.jurisdiction(),
            head.mode(),
            head.time(),
            head.recordedTime(),
            head.correlation(),
            head.causation(),
            null);
    return new Arrival.Readable(with(CloudEvents.headers(empty), new byte[0]), empty, null);
  }

  /**
   * What is remembered of an event must fit: what could be neither taken nor dropped is no name.
   */
  private static Head identified(Head head) throws Unreadable {
    if (!fits(head.source())) {
      throw new Unreadable("ce_source");
    }
    return head;
  }

  /** Whether it can be remembered as a source. */
  static boolean fits(String source) {
    return source.length() <= LONGEST_SOURCE && source.indexOf('\0') < 0;
  }

  private Event event(Class<? extends Event> type, byte @Nullable [] data) throws Unreadable {
    if (data == null) {
      throw new Unreadable("no body");
    }
    Event event;
    try {
      event = EventJson.read(type, data);
    } catch (IOException e) {
      throw new Unreadable("body", e);
    }
    // Who may write a topic is checked by the broker; what may be said on it, here: no agency
    // answers in another's name.
    if (!topic.equals(topicOf(event))) {
      throw new Unreadable("another topic's event");
    }
    return event;
  }

  private static String topicOf(Event event) throws Unreadable {
    try {
      return Topics.of(event);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("agency", e);
    }
  }

  /** Headers and timestamp in one piece. */
  byte[] packedHeaders() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(timestamp);
      Header[] all = headers.toArray();
      out.writeInt(~all.length);
      for (Header header : all) {
        put(out, header.key().getBytes(UTF_8));
        put(out, header.value());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Everything but the coordinates in one piece. */
  byte[] packed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      put(out, packedHeaders());
      put(out, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The reverse of {@link #packed()}. */
  static Letter unpack(
      String topic, int partition, long offset, @Nullable String key, byte[] packed) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
      byte[] headers = get(in);
      byte[] body = get(in);
      if (headers == null) {
        throw new IllegalArgumentException("not a packed record");
      }
      return unpack(topic, partition, offset, key, headers, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reverse of {@link #packedHeaders()}. */
  static Letter unpack(
      String topic,
      int partition,
      long offset,
      @Nullable String key,
      byte[] packedHeaders,
      byte @Nullable [] body) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packedHeaders))) {
      long timestamp = in.readLong();
      RecordHeaders headers = new RecordHeaders();
      int count = in.readInt();
      // Below zero: names of any length. What was packed before ends them at 64 kB.
      boolean anyLength = count < 0;
      for (int left = anyLength ? ~count : count; left > 0; left--) {
        headers.add(anyLength ? name(get(in)) : in.readUTF(), get(in));
      }
      return new Letter(topic, partition, offset, key, timestamp, headers, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8);
  }

  private static void put(DataOutputStream out, byte @Nullable [] value) throws IOException {
    out.writeInt(value == null ? -1 : value.length);
    if (value != null) {
      out.write(value);
    }
  }

  private static byte @Nullable [] get(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : in.readNBytes(length);
  }
}
