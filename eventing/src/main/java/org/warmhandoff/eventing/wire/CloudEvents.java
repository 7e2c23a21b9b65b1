package org.warmhandoff.eventing.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Head;

/**
 * CloudEvents 1.0 in Kafka's binary content mode (CloudEvents Kafka protocol binding 1.0): each
 * attribute is a header {@code ce_…}, the record's value is the data alone. Extension names are
 * lower-case letters and digits, as the specification demands. What is read may be in structured
 * mode as well ({@link Message}).
 */
public final class CloudEvents {

  private static final String PREFIX = "ce_";
  private static final String SPECVERSION = "ce_specversion";
  private static final String ID = "ce_id";
  private static final String SOURCE = "ce_source";
  private static final String TYPE = "ce_type";
  private static final String TIME = "ce_time";
  private static final String SUBJECT = "ce_subject";
  private static final String PARTITION_KEY = "ce_partitionkey";
  private static final String CORRELATION = "ce_correlationid";
  private static final String CAUSATION = "ce_causationid";
  private static final String CLASSIFICATION = "ce_dataclassification";
  private static final String DATAREF = "ce_dataref";
  private static final String RECORDED = "ce_recordedtime";
  private static final String VERSION = "ce_aggregateversion";
  private static final String POLICE_SERVICE = "ce_policeservice";
  private static final String JURISDICTION = "ce_jurisdiction";
  private static final String MODE = "ce_mode";

  private static final Header SPECVERSION_1 = header(SPECVERSION, "1.0");
  private static final Header PSEUDONYMOUS = header(CLASSIFICATION, "pseudonymous");
  private static final Header JSON = header("content-type", "application/json");
  private static final Header LIVE = header(MODE, "live");
  private static final Header HISTORY = header(MODE, "history");
  private static final Header TEST = header(MODE, "test");

  private CloudEvents() {}

  /** The headers of an event. */
  public static Headers headers(Head head) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(SPECVERSION_1);
    headers.add(header(ID, head.id().toString()));
    headers.add(header(SOURCE, head.source()));
    headers.add(header(TYPE, head.type()));
    headers.add(header(TIME, head.time().toString()));
    headers.add(header(SUBJECT, head.subject().toString()));
    headers.add(header(PARTITION_KEY, head.key()));
    if (head.correlation() != null) {
      headers.add(header(CORRELATION, head.correlation().toString()));
    }
    if (head.causation() != null) {
      headers.add(header(CAUSATION, head.causation().toString()));
    }
    headers.add(PSEUDONYMOUS);
    if (head.dataref() != null) {
      headers.add(header(DATAREF, head.dataref()));
    }
    headers.add(header(RECORDED, head.recordedTime().toString()));
    headers.add(header(VERSION, Long.toString(head.version())));
    headers.add(header(POLICE_SERVICE, head.policeService()));
    headers.add(header(JURISDICTION, head.jurisdiction()));
    headers.add(
        switch (head.mode()) {
          case LIVE -> LIVE;
          case HISTORY -> HISTORY;
          case TEST -> TEST;
        });
    headers.add(JSON);
    return headers;
  }

  /**
   * What an event's attributes say. An agency's own teller need not know our extensions: version 0,
   * live, no police service is what their absence means.
   *
   * @param timestamp the record's, epoch milliseconds
   * @throws Unreadable where it is no CloudEvent, or its id or subject is no UUID
   */
  public static Head head(Message message, @Nullable String key, long timestamp) throws Unreadable {
    Map<String, String> headers = message.attributes();
    if (!required(headers, SPECVERSION).startsWith("1.")) {
      throw new Unreadable("specversion");
    }
    UUID subject =
        text(headers, SUBJECT) == null && key != null
            ? uuid(SUBJECT, key)
            : uuid(SUBJECT, required(headers, SUBJECT));
    Instant recorded =
        instant(RECORDED, text(headers, RECORDED), Instant.ofEpochMilli(Math.max(0, timestamp)));
    return new Head(
        uuid(ID, required(headers, ID)),
        required(headers, SOURCE),
        required(headers, TYPE),
        subject,
        key == null ? subject.toString() : key,
        version(text(headers, VERSION)),
        textOr(headers, POLICE_SERVICE, ""),
        textOr(headers, JURISDICTION, ""),
        mode(text(headers, MODE)),
        instant(TIME, text(headers, TIME), recorded),
        recorded,
        optionalUuid(headers, CORRELATION),
        optionalUuid(headers, CAUSATION),
        text(headers, DATAREF));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }

  private static @Nullable String text(Map<String, String> attributes, String header) {
    return attributes.get(header.substring(PREFIX.length()));
  }

  private static String textOr(Map<String, String> headers, String name, String absent) {
    String text = text(headers, name);
    return text == null ? absent : text;
  }

  private static String required(Map<String, String> headers, String name) throws Unreadable {
    String text = text(headers, name);
    if (text == null || text.isBlank()) {
      throw new Unreadable("no " + name);
    }
    return text;
  }

  private static @Nullable UUID optionalUuid(Map<String, String> headers, String name)
      throws Unreadable {
    String text = text(headers, name);
    return text == null ? null : uuid(name, text);
  }

  private static UUID uuid(String name, String text) throws Unreadable {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(name, e);
    }
  }

  private static Instant instant(String name, @Nullable String text, Instant absent)
      throws Unreadable {
    if (text == null) {
      return absent;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Unreadable(name, e);
    }
  }

  private static long version(@Nullable String text) throws Unreadable {
    if (text == null) {
      return 0;
    }
    try {
      long version = Long.parseLong(text);
      if (version < 0) {
        throw new Unreadable(VERSION);
      }
      return version;
    } catch (NumberFormatException e) {
      throw new Unreadable(VERSION, e);
    }
  }

  private static Mode mode(@Nullable String text) throws Unreadable {
    return switch (text) {
      case "live" -> Mode.LIVE;
      case "history" -> Mode.HISTORY;
      case "test" -> Mode.TEST;
      case null -> Mode.LIVE;
      default -> throw new Unreadable(MODE);
    };
  }
}
