package org.warmhandoff.eventing.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent as it came over a wire, in binary or structured mode (CloudEvents 1.0, Kafka and
 * HTTP protocol bindings): its attributes by their plain names, those nobody knows among them, and
 * its data. What the attributes must say is not judged here.
 */
public record Message(Map<String, String> attributes, byte @Nullable [] data) {

  private static final String EVENT = "application/cloudevents";
  private static final String CONTENT_TYPE = "content-type";
  private static final String DATA_CONTENT_TYPE = "datacontenttype";

  public Message {
    attributes = Map.copyOf(attributes);
  }

  /**
   * A Kafka record's.
   *
   * @throws Unreadable where it says it is structured, and is not one event in JSON
   */
  public static Message ofKafka(Headers headers, byte @Nullable [] value) throws Unreadable {
    Header type = headers.lastHeader(CONTENT_TYPE);
    String contentType =
        type == null || type.value() == null ? null : new String(type.value(), UTF_8);
    if (isStructured(contentType)) {
      return StructuredJson.read(value);
    }
    Map<String, String> attributes = new TreeMap<>();
    for (Header header : headers) {
      if (header.key().startsWith("ce_") && header.value() != null) {
        attributes.put(header.key().substring(3), new String(header.value(), UTF_8));
      }
    }
    return binary(attributes, contentType, value);
  }

  /**
   * An HTTP request's.
   *
   * @param headers by their names, in whatever case
   * @throws Unreadable where it says it is structured, and is not one event in JSON
   */
  public static Message ofHttp(Map<String, String> headers, byte[] body) throws Unreadable {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    String contentType = lower.get(CONTENT_TYPE);
    if (isStructured(contentType)) {
      return StructuredJson.read(body);
    }
    Map<String, String> attributes = new TreeMap<>();
    for (Map.Entry<String, String> header : lower.entrySet()) {
      if (header.getKey().startsWith("ce-")) {
        attributes.put(header.getKey().substring(3), decoded(header.getValue()));
      }
    }
    return binary(attributes, contentType, body);
  }

  private static Message binary(
      Map<String, String> attributes, @Nullable String contentType, byte @Nullable [] data) {
    if (contentType != null) {
      attributes.put(DATA_CONTENT_TYPE, contentType);
    }
    return new Message(attributes, data);
  }

  /**
   * Whether the whole event stands in the body.
   *
   * @throws Unreadable where it does, in a form this release does not read: a batch, or no JSON
   */
  private static boolean isStructured(@Nullable String contentType) throws Unreadable {
    if (contentType == null) {
      return false;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.startsWith(EVENT)) {
      return false;
    }
    if (!type.equals(EVENT + "+json")) {
      throw new Unreadable("event format");
    }
    return true;
  }

  /** Header values are percent-encoded where they hold more than printable ASCII. */
  private static String decoded(String value) throws Unreadable {
    try {
      return value.contains("%") ? URLDecoder.decode(value.replace("+", "%2B"), UTF_8) : value;
    } catch (IllegalArgumentException e) {
      throw new Unreadable("attribute", e);
    }
  }
}
