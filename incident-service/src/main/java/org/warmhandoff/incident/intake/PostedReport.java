package org.warmhandoff.incident.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.console.problem.Problem;
import org.warmhandoff.eventing.wire.Message;
import org.warmhandoff.eventing.wire.Unreadable;
import org.warmhandoff.incident.Report;
import org.warmhandoff.incident.intake.reading.EidoReader;
import org.warmhandoff.incident.intake.reading.Reading;
import org.warmhandoff.incident.intake.reading.ReportReader;

/**
 * A report as it was posted: by itself, or as the data of one CloudEvent (HTTP protocol binding,
 * binary or structured mode).
 *
 * @param content the report
 * @param format what the report is written in
 * @param key of the event, to be used where no Idempotency-Key was sent; the same event is the same
 *     source and id
 * @param pointer where in the body the report stands
 */
record PostedReport(byte[] content, Format format, @Nullable String key, String pointer) {

  /** The one event type this door takes. */
  static final String TYPE = "org.warmhandoff.report.v1";

  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  /** What a report may be written in. */
  enum Format {
    OURS,
    EIDO
  }

  /**
   * Opens what was posted.
   *
   * @throws Problem 400 or 422 where it says it is a CloudEvent and is none this door takes, 415
   *     where its data is no JSON
   */
  static PostedReport of(HttpHeaders headers, byte[] body) {
    String type = mediaType(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    boolean structured = type.equals(STRUCTURED);
    if (!structured && headers.getHeaderString("ce-specversion") == null) {
      return new PostedReport(body, format(type), null, "");
    }
    Map<String, String> single = new TreeMap<>();
    headers.getRequestHeaders().forEach((name, values) -> single.put(name, values.getFirst()));
    return of(event(single, body), structured);
  }

  /** A line of a stream: a report of our own. */
  static PostedReport ofLine(byte[] line) {
    return new PostedReport(line, Format.OURS, null, "");
  }

  /** The same for one event in structured mode, as it stands in a batch. */
  static PostedReport ofEvent(byte[] event) {
    return of(event(Map.of(HttpHeaders.CONTENT_TYPE, STRUCTURED), event), true);
  }

  private static PostedReport of(Message event, boolean structured) {
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
    String dataType = mediaType(event.attributes().get("datacontenttype"));
    if (!isKnown(dataType)) {
      throw Problem.unsupported("media-type", "The event's data is of a type this door reads not.")
          .expected("application/json or " + EidoReader.MEDIA_TYPE);
    }
    byte[] data = event.data();
    if (data == null || data.length == 0) {
      throw wrong("data", "missing", "The event has no data.", structured)
          .expected("a report as JSON");
    }
    return new PostedReport(data, format(dataType), key(event), structured ? "/data" : "");
  }

  /**
   * Reads the report.
   *
   * @param now the business instant of its receipt
   * @throws Problem 400 or 422, naming the place in what was posted
   */
  Report read(Instant now) {
    try {
      return switch (format) {
        case OURS -> ReportReader.read(content, false, now);
        case EIDO -> EidoReader.read(content, false, now);
      };
    } catch (Problem refused) {
      throw located(refused);
    }
  }

  /** What {@link #read} would make of it, told field by field; nothing is thrown. */
  Reading explained(Instant now) {
    Reading reading =
        switch (format) {
          case OURS -> Reading.ofOurs(content, now);
          case EIDO -> Reading.ofEido(content, now);
        };
    return reading.within(pointer);
  }

  /** A refusal of the report, with the field where it stands in what was posted. */
  private Problem located(Problem refused) {
    String field = refused.pointer();
    return field == null || !field.startsWith("/") ? refused : refused.at(pointer + field);
  }

  private static Message event(Map<String, String> headers, byte[] body) {
    try {
      return Message.ofHttp(headers, body);
    } catch (Unreadable notOne) {
      throw Problem.unreadable("no-event", "This is no CloudEvent in JSON.")
          .expected("one JSON object in UTF-8 without duplicate keys");
    }
  }

  private static Problem wrong(String attribute, String code, String title, boolean structured) {
    return Problem.wrong(code, title).at(structured ? "/" + attribute : "ce-" + attribute);
  }

  private static String mediaType(@Nullable String contentType) {
    return contentType == null
        ? MediaType.APPLICATION_JSON
        : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static Format format(String mediaType) {
    return mediaType.equals(EidoReader.MEDIA_TYPE) ? Format.EIDO : Format.OURS;
  }

  private static boolean isKnown(String mediaType) {
    return mediaType.equals(MediaType.APPLICATION_JSON) || mediaType.equals(EidoReader.MEDIA_TYPE);
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
