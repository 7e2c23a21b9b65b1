package org.warmhandoff.incident.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.eventing.wire.Message;
import org.warmhandoff.eventing.wire.Unreadable;

/**
 * A report as it was posted: by itself, or as the data of one CloudEvent (HTTP protocol binding,
 * binary or structured mode).
 *
 * @param json the report
 * @param key of the event, to be used where no Idempotency-Key was sent; the same event is the same
 *     source and id
 * @param pointer where in the body the report stands
 */
record PostedReport(byte[] json, @Nullable String key, String pointer) {

  /** The one event type this door takes. */
  static final String TYPE = "org.warmhandoff.report.v1";

  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  /**
   * Opens what was posted.
   *
   * @throws Problem 400 or 422 where it says it is a CloudEvent and is none this door takes, 415
   *     where it is a batch or its data is no JSON
   */
  static PostedReport of(HttpHeaders headers, byte[] body) {
    String contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith(BATCH)) {
      throw Problem.unsupported("no-batches", "This door takes one event, not a batch.")
          .expected(STRUCTURED + ", one event a post");
    }
    boolean structured = type.startsWith(STRUCTURED);
    if (!structured && headers.getHeaderString("ce-specversion") == null) {
      return new PostedReport(body, null, "");
    }
    Message event = event(headers, body);
    for (String attribute : new String[] {"specversion", "id", "source", "type"}) {
      if (event.attributes().getOrDefault(attribute, "").isBlank()) {
        throw wrong(attribute, "missing", "A CloudEvents attribute is missing.", structured);
      }
    }
    if (!event.attributes().getOrDefault("specversion", "").startsWith("1.")) {
      throw wrong("specversion", "event-version", "This is another CloudEvents.", structured)
          .expected("1.0");
    }
    if (!TYPE.equals(event.attributes().get("type"))) {
      throw wrong("type", "event-type", "This door takes another type of event.", structured)
          .expected(TYPE);
    }
    if (!isJson(event.attributes().get("datacontenttype"))) {
      throw Problem.unsupported("media-type", "The event's data is of a type this door reads not.")
          .expected("application/json");
    }
    byte[] data = event.data();
    if (data == null || data.length == 0) {
      throw wrong("data", "missing", "The event has no data.", structured)
          .expected("a report as JSON");
    }
    return new PostedReport(data, key(event), structured ? "/data" : "");
  }

  /** A refusal of the report, with the field where it stands in what was posted. */
  Problem located(Problem refused) {
    String field = refused.pointer();
    return field == null || !field.startsWith("/") ? refused : refused.at(pointer + field);
  }

  private static Message event(HttpHeaders headers, byte[] body) {
    Map<String, String> single = new TreeMap<>();
    headers.getRequestHeaders().forEach((name, values) -> single.put(name, values.getFirst()));
    try {
      return Message.ofHttp(single, body);
    } catch (Unreadable notOne) {
      throw Problem.unreadable("no-event", "This is no CloudEvent in JSON.")
          .expected("one JSON object in UTF-8 without duplicate keys");
    }
  }

  private static Problem wrong(String attribute, String code, String title, boolean structured) {
    return Problem.wrong(code, title).at(structured ? "/" + attribute : "ce-" + attribute);
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.endsWith("+json");
  }

  private static String key(Message event) {
    String identity = event.attributes().get("source") + "\n" + event.attributes().get("id");
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(UTF_8));
      return "event:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
