package org.warmhandoff.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.warmhandoff.contracts.Event;
import org.warmhandoff.contracts.EventTypes;
import org.warmhandoff.contracts.Mode;
import org.warmhandoff.eventing.Head;
import org.warmhandoff.eventing.wire.CloudEvents;

/**
 * The record headers of an event: CloudEvents attributes and our extensions. Which there are is
 * read off what the relay writes; a header this list does not describe stops the build.
 */
final class EventHeaders {

  private static final Instant TIME = Instant.parse("2026-03-08T06:59:59.123456Z");
  private static final UUID ID = UUID.fromString("0d6a8a41-3d41-4f2f-9d0b-64a3a0b6b001");
  private static final UUID SUBJECT = UUID.fromString("0d6a8a41-3d41-4f2f-9d0b-64a3a0b6b002");
  private static final UUID INCIDENT = UUID.fromString("0d6a8a41-3d41-4f2f-9d0b-64a3a0b6b003");

  private enum Shape {
    TEXT(null),
    UUID("uuid"),
    TIME("date-time"),
    URI("uri-reference");

    private final @org.jspecify.annotations.Nullable String format;

    Shape(@org.jspecify.annotations.Nullable String format) {
      this.format = format;
    }
  }

  /** One header; {@code agencyMust}: an agency's own teller has to send it. */
  private record Known(String name, Shape shape, boolean agencyMust, String words) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known("ce_specversion", Shape.TEXT, true, "CloudEvents version, 1.0."),
          new Known("ce_id", Shape.UUID, true, "Random; with the source, the event's identity."),
          new Known("ce_source", Shape.URI, true, "Who tells it, as /incident-service."),
          new Known("ce_type", Shape.TEXT, true, "The message's name."),
          new Known("ce_time", Shape.TIME, false, "Business time, UTC."),
          new Known(
              "ce_subject",
              Shape.UUID,
              false,
              "The aggregate it is about; where it is absent, the record's key is."),
          new Known("ce_partitionkey", Shape.TEXT, false, "The record's key; order holds in it."),
          new Known("ce_correlationid", Shape.UUID, false, "The incident, where one is known."),
          new Known("ce_causationid", Shape.UUID, false, "The event that caused this one."),
          new Known(
              "ce_dataclassification",
              Shape.TEXT,
              false,
              "Always pseudonymous: nothing in it names anyone."),
          new Known(
              "ce_dataref",
              Shape.URI,
              false,
              "Where content can be read, with consent checked at that moment."),
          new Known(
              "ce_recordedtime",
              Shape.TIME,
              false,
              "The database's clock when it was stored, UTC."),
          new Known(
              "ce_aggregateversion",
              Shape.TEXT,
              false,
              "A decimal number: the aggregate's version, from 1 without gaps; 0 where its teller"
                  + " counts none."),
          new Known("ce_policeservice", Shape.TEXT, false, "Code of the police service."),
          new Known("ce_jurisdiction", Shape.TEXT, false, "Code of the jurisdiction."),
          new Known(
              "ce_mode",
              Shape.TEXT,
              false,
              "live, history (imported later: pages nobody) or test (a drill)."),
          new Known("content-type", Shape.TEXT, false, "application/json."));

  private EventHeaders() {}

  static ObjectNode schema() {
    List<String> written =
        headers("org.warmhandoff.some-event.v1").stream().map(Header::key).toList();
    List<String> described = KNOWN.stream().map(Known::name).toList();
    if (!described.equals(written)) {
      throw new IllegalStateException("the relay writes " + written + ", not " + described);
    }
    ObjectNode schema = Json.object().put("type", "object");
    schema.put(
        "description",
        "CloudEvents 1.0 in Kafka's binary mode with the extensions partitioning, correlation,"
            + " data classification, dataref and recorded time, and four of ours. An agency need"
            + " send the required ones alone.");
    schema.set(
        "required", Json.array(KNOWN.stream().filter(Known::agencyMust).map(Known::name).toList()));
    ObjectNode properties = schema.putObject("properties");
    for (Known header : KNOWN) {
      ObjectNode property = properties.putObject(header.name()).put("type", "string");
      if (header.shape().format != null) {
        property.put("format", header.shape().format);
      }
      property.put("description", header.words());
    }
    ((ObjectNode) properties.get("ce_specversion")).put("const", "1.0");
    ((ObjectNode) properties.get("ce_mode"))
        .set("enum", Json.array(List.of("live", "history", "test")));
    ((ObjectNode) properties.get("ce_aggregateversion")).put("pattern", "^[0-9]+$");
    return schema;
  }

  /** What the relay writes for an event of that type. */
  static ObjectNode example(Class<? extends Event> type) {
    ObjectNode example = Json.object();
    headers(EventTypes.name(type))
        .forEach(
            header ->
                example.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return example;
  }

  private static List<Header> headers(String type) {
    Headers headers =
        CloudEvents.headers(
            new Head(
                ID,
                "/a-service",
                type,
                SUBJECT,
                SUBJECT.toString(),
                7,
                "windsor",
                "CA-ON",
                Mode.LIVE,
                TIME,
                TIME,
                INCIDENT,
                INCIDENT,
                "/referral/api/v1/referrals/" + SUBJECT + "/content"));
    return new ArrayList<>(
        Arrays.asList(StreamSupport.stream(headers.spliterator(), false).toArray(Header[]::new)));
  }
}
